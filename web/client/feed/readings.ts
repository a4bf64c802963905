/// <reference lib="dom" />
import type { TimeRange } from "./position_window.ts";
import { RangeReader } from "./range_reader.ts";
import { readPositions } from "./read_positions.ts";
import { ReadingQueue } from "./reading_queue.ts";
import type { Recording } from "./recording.ts";
import type { ServerClock } from "./server_clock.ts";
import type { StreamPlan } from "./stream_plan.ts";

interface ReadingsOptions {
  plan: StreamPlan;
  recording: Recording;
  /** Null for all. */
  satellites: number[] | null;
  clock: ServerClock;
  onChange(): void;
}

/** At the end of a range it is read how the last of it was recorded. */
const endMs = 5 * 60_000;

/** What a session asks for beside its stream, and puts into the recording. */
export class Readings {
  readonly #options: ReadingsOptions;
  readonly #queue = new ReadingQueue();
  readonly #filledIn: RangeReader;
  /** What is read again once a bucket is over. */
  readonly #later = new Set<ReturnType<typeof setTimeout>>();

  constructor(options: ReadingsOptions) {
    this.#options = options;
    this.#filledIn = new RangeReader((id, range) => this.#readAgain(id, range));
  }

  close(): void {
    this.#filledIn.close();
    this.#queue.close();
    for (const timer of this.#later) clearTimeout(timer);
  }

  /** Reads soon what was filled in of a satellite. */
  readFilledIn(noradId: number, range: TimeRange): void {
    this.#filledIn.request(noradId, range);
  }

  /** Reads soon all of a satellite that joins later, and may have a past already. */
  readPast(noradId: number): void {
    this.#filledIn.request(noradId, this.#wholeRange());
  }

  /** Reads all of the range that a replay is going to show. */
  readOverview(): void {
    const range = this.#wholeRange();
    const { recording, onChange } = this.#options;
    const { bucketMs } = recording;
    const satellites = this.#satellites();
    this.#queue.add(async (signal) => {
      const request = { satellites, range, bucketMs };
      recording.applyOverview(range, await readPositions(request, signal));
      onChange();
    });
  }

  /** The last point may be a whole bucket older than the moment that is shown. */
  readEnd(): void {
    const { plan: { fromMs, toMs }, recording, onChange } = this.#options;
    if (toMs === null) return;
    // From a whole second on, so that each second has a point of its own.
    const second = 1_000;
    const sinceMs = Math.max(fromMs, toMs - endMs);
    const range = { fromMs: Math.floor(sinceMs / second) * second, toMs };
    const satellites = this.#satellites();
    this.#queue.add(async (signal) => {
      const request = { satellites, range, bucketMs: second };
      recording.applyEnd(await readPositions(request, signal));
      onChange();
    });
  }

  /** Where live begins, the samples before it are counted by the server, later ones here. */
  countUntil(seamMs: number): void {
    const { recording, plan } = this.#options;
    const { bucketMs } = recording;
    if (plan.axis.kind === "fixed") return;
    for (const record of recording.satellites.values()) {
      record.window.resetCounts();
    }
    recording.counted = false;
    const whole = this.#wholeRange();
    const fromMs = Math.floor(whole.fromMs / bucketMs) * bucketMs;
    if (fromMs >= seamMs) return;
    const range = { fromMs, toMs: seamMs };
    this.#read(this.#satellites(), range, () => recording.counted = true);
  }

  #wholeRange(): TimeRange {
    const { plan: { axis }, clock } = this.#options;
    const toMs = clock.now();
    if (axis.kind === "sliding") return { fromMs: toMs - axis.windowMs, toMs };
    return axis.kind === "growing" ? { fromMs: axis.fromMs, toMs } : axis;
  }

  /** Those that were asked for, as far as they are known; null for all. */
  #satellites(): number[] | null {
    const { satellites, recording } = this.#options;
    return satellites?.filter((id) => recording.satellites.has(id)) ?? null;
  }

  #readAgain(noradId: number, range: TimeRange): void {
    const { recording, clock } = this.#options;
    const record = recording.satellites.get(noradId);
    if (!record) return;
    const whole = this.#wholeRange();
    const fromMs = Math.max(range.fromMs, whole.fromMs);
    const toMs = Math.min(range.toMs, whole.toMs);
    if (fromMs >= toMs) return;
    const { bucketMs } = record.window;
    const widened = record.rangeToRead({ fromMs, toMs }, whole);
    this.#read([noradId], widened, () => {
      const leftMs = widened.toMs - clock.now();
      // The last bucket is still filling: it is counted once it is over.
      if (leftMs <= 0) return;
      const last = { fromMs: widened.toMs - bucketMs, toMs: widened.toMs };
      const again = setTimeout(() => {
        this.#later.delete(again);
        this.#filledIn.request(noradId, last);
      }, leftMs + 1_000);
      this.#later.add(again);
    });
  }

  #read(
    satellites: number[] | null,
    range: TimeRange,
    then: () => void,
  ): void {
    const { recording, clock, onChange } = this.#options;
    const request = { satellites, range, bucketMs: recording.bucketMs };
    this.#queue.add(async (signal) => {
      // A frame of now may come before the clock has its time.
      const readAtMs = Math.max(clock.now(), recording.newestMs ?? 0);
      const answer = await readPositions(request, signal);
      recording.applyReading(range, answer, readAtMs);
      then();
      onChange();
    });
  }
}
