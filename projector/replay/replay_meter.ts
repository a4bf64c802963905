import { formatDuration } from "../../shared/duration.ts";
import type { Progress } from "../../shared/progress.ts";

/** Tells how far a replay is: events done, of how many, how fast, how long. */
export class ReplayMeter {
  readonly #progress: Pick<Progress, "tell" | "end">;
  readonly #nowMs: () => number;
  readonly #beganMs: number;
  /** How many hours have been compared. */
  hours = 0;

  constructor(
    progress: Pick<Progress, "tell" | "end">,
    nowMs: () => number,
  ) {
    this.#progress = progress;
    this.#nowMs = nowMs;
    this.#beganMs = nowMs();
  }

  tellRecords(done: number, inAll: number): void {
    const perMs = done / (this.#nowMs() - this.#beganMs);
    const left = perMs > 0
      ? `, ${formatDuration((inAll - done) / perMs)} left`
      : "";
    const rate = Math.round(perMs * 1000);
    this.#progress.tell(
      done / inAll,
      `${count(done)} of ${count(inAll)} events, ${count(rate)}/s${left}`,
    );
  }

  tellHours(hours: number): void {
    this.hours = hours;
    this.#progress.tell(1, `${count(hours)} hours compared`);
  }

  end(): void {
    this.#progress.end();
  }
}

function count(number: number): string {
  return number.toLocaleString("en");
}
