import type { TimeRangeMs } from "./position_store.ts";
import type { Projection } from "./projection.ts";
import { readPositions } from "./read_positions.ts";
import {
  hourOf,
  lastTimeBefore,
  type Recording,
  recordingOfHour,
} from "./recordings.ts";
import { gapThresholdMs, LEAST_GAP_MS, stepMs } from "./step.ts";

/**
 * Finds where nothing was recorded within a range, from the times of all that
 * was. A gap lies between two samples; one that reaches over an end of the
 * range is cut there. Before the first sample ever, and after the last, there
 * is no gap: that is where a recording begins and ends.
 *
 * How far apart two samples may be is for the hour of the later one to say,
 * all of it and whatever precedes it: so the gaps of a range are those of its
 * parts, and do not depend on what else was asked for.
 */
export class GapFinder {
  readonly gaps: TimeRangeMs[] = [];
  readonly #projection: Projection;
  readonly #recordings: readonly Recording[];
  readonly #range: TimeRangeMs;
  #lastMs: number | null;
  #hour: TimeRangeMs & { readonly thresholdMs: number } | null = null;

  constructor(
    projection: Projection,
    recordings: readonly Recording[],
    range: TimeRangeMs,
  ) {
    this.#projection = projection;
    this.#recordings = recordings;
    this.#range = range;
    this.#lastMs = lastTimeBefore(projection, recordings, range.fromMs);
  }

  /** Takes the next samples of the range, in order of time. */
  addSamples(timesMs: readonly number[]): void {
    for (const timeMs of timesMs) {
      this.#note(timeMs);
      this.#lastMs = timeMs;
    }
  }

  /** Closes the range, when all of its samples have been taken. */
  end(): void {
    const [nextMs] = readPositions(this.#projection, this.#recordings, {
      fromMs: this.#range.toMs,
      toMs: Number.MAX_SAFE_INTEGER,
      limit: 1,
    }).timeMs;
    if (nextMs !== undefined) this.#note(nextMs);
  }

  #note(timeMs: number): void {
    if (this.#lastMs === null || timeMs - this.#lastMs <= LEAST_GAP_MS) return;
    if (timeMs - this.#lastMs <= this.#thresholdMs(timeMs)) return;
    const fromMs = Math.max(this.#lastMs, this.#range.fromMs);
    const toMs = Math.min(timeMs, this.#range.toMs);
    if (fromMs < toMs) this.gaps.push({ fromMs, toMs });
  }

  #thresholdMs(timeMs: number): number {
    if (this.#hour === null || timeMs >= this.#hour.toMs) {
      const { positions } = this.#projection;
      const hour = hourOf(timeMs);
      const recording = recordingOfHour(positions, this.#recordings, hour)!;
      const step = stepMs(this.#projection, recording, { ...hour, fromMs: 0 });
      this.#hour = { ...hour, thresholdMs: gapThresholdMs(step) };
    }
    return this.#hour.thresholdMs;
  }
}
