import { formatDuration } from "../../shared/duration.ts";
import type { Progress } from "../../shared/progress.ts";
import {
  REPLAY_STATUS_VERSION,
  type ReplayComparison,
  type ReplayStatus,
} from "../../shared/status/replay_status.ts";

/** Notes how far a replay is, and tells it to whoever looks. */
export class ReplayMeter {
  readonly #progress: Pick<Progress, "tell" | "end">;
  readonly #nowMs: () => number;
  readonly #startedMs: number;
  #phase: ReplayStatus["phase"] = "applying";
  #failure: string | null = null;
  #done = 0;
  #inAll = 0;
  #hours = 0;
  #comparison: ReplayComparison | null;

  /** @param before What an earlier replay left, for its comparison. */
  constructor(
    progress: Pick<Progress, "tell" | "end">,
    { nowMs, before }: {
      readonly nowMs: () => number;
      readonly before: ReplayStatus | null;
    },
  ) {
    this.#progress = progress;
    this.#nowMs = nowMs;
    this.#startedMs = nowMs();
    this.#comparison = before?.comparison ?? null;
  }

  noteRecords(done: number, inAll: number): void {
    [this.#done, this.#inAll] = [done, inAll];
    const rate = this.#recordsPerSecond;
    const left = rate === null
      ? ""
      : `, ${formatDuration((inAll - done) / rate * 1000)} left`;
    this.#progress.tell(
      done / inAll,
      `${count(done)} of ${count(inAll)} events, ` +
        `${count(Math.round(rate ?? 0))}/s${left}`,
    );
  }

  noteHours(hours: number): void {
    this.#phase = "comparing";
    this.#hours = hours;
    this.#progress.tell(1, `${count(hours)} hours compared`);
  }

  /** Notes the end of the comparison; returns how many hours it was of. */
  noteCompared(differingHours: number): number {
    this.#progress.end();
    this.#phase = "applying";
    const [atMs, hours] = [this.#nowMs(), this.#hours];
    this.#comparison = { atMs, hours, differingHours };
    return hours;
  }

  /** Notes the end; why it failed, or null if it did not. */
  noteEnd(failure: string | null): void {
    this.#progress.end();
    this.#phase = failure === null ? "done" : "failed";
    this.#failure = failure;
  }

  read(): ReplayStatus {
    return {
      version: REPLAY_STATUS_VERSION,
      startedMs: this.#startedMs,
      updatedMs: this.#nowMs(),
      phase: this.#phase,
      failure: this.#failure,
      recordsDone: this.#done,
      recordsInAll: this.#inAll,
      recordsPerSecond: this.#recordsPerSecond,
      comparison: this.#comparison,
    };
  }

  get #recordsPerSecond(): number | null {
    const seconds = (this.#nowMs() - this.#startedMs) / 1000;
    return this.#done > 0 && seconds > 0 ? this.#done / seconds : null;
  }
}

function count(number: number): string {
  return number.toLocaleString("en");
}
