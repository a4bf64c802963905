import type { Projection } from "./projection.ts";
import {
  firstTimeFrom,
  lastTimeBefore,
  type Recording,
  recordingOfHour,
} from "./recordings.ts";
import { gapThresholdMs, LEAST_GAP_MS, stepMs } from "./step.ts";
import { hourOf, type TimeRangeMs } from "./time_range.ts";

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
  /** Null where there is none; undefined until it is wanted. */
  #lastMs: number | null | undefined;
  #hour: TimeRangeMs & { readonly thresholdMs: number } | null = null;

  constructor(
    projection: Projection,
    recordings: readonly Recording[],
    range: TimeRangeMs,
  ) {
    this.#projection = projection;
    this.#recordings = recordings;
    this.#range = range;
  }

  /** Takes the next samples of the range, in order of time. */
  addSamples(timesMs: Float64Array): void {
    if (timesMs.length === 0) return;
    let lastMs = timesMs[0]!;
    this.#noteFrom(this.#before(lastMs), lastMs);
    // Not by its iterator, which takes several times as long.
    for (let i = 1; i < timesMs.length; i++) {
      const timeMs = timesMs[i]!;
      if (timeMs - lastMs > LEAST_GAP_MS) this.#noteFrom(lastMs, timeMs);
      lastMs = timeMs;
    }
    this.#lastMs = lastMs;
  }

  /**
   * Takes the next samples of the range by what is known of a whole stretch.
   *
   * @returns False, and nothing is taken, where only the samples can tell.
   */
  addStretch(stretch: {
    readonly firstMs: number;
    readonly lastMs: number;
    /** Between two neighbours. */
    readonly longestStepMs: number;
  }): boolean {
    const { firstMs, lastMs, longestStepMs } = stretch;
    if (longestStepMs > LEAST_GAP_MS) {
      const isOneHour = hourOf(firstMs).fromMs === hourOf(lastMs).fromMs;
      if (!isOneHour || longestStepMs > this.#thresholdMs(firstMs)) {
        return false;
      }
    }
    this.#noteFrom(this.#before(firstMs), firstMs);
    this.#lastMs = lastMs;
    return true;
  }

  /** Closes the range, when all of its samples have been taken. */
  end(): void {
    const nextMs = firstTimeFrom(
      this.#projection,
      this.#recordings,
      this.#range.toMs,
    );
    if (nextMs !== null) this.#noteFrom(this.#before(nextMs), nextMs);
  }

  /** The sample before one; null where none is, or it does not matter. */
  #before(timeMs: number): number | null {
    if (this.#lastMs !== undefined) return this.#lastMs;
    const { fromMs } = this.#range;
    // Then nothing of the range lies before it.
    if (timeMs === fromMs) return null;
    return lastTimeBefore(this.#projection, this.#recordings, fromMs);
  }

  #noteFrom(lastMs: number | null, timeMs: number): void {
    if (lastMs === null || timeMs - lastMs <= LEAST_GAP_MS) return;
    if (timeMs - lastMs <= this.#thresholdMs(timeMs)) return;
    const fromMs = Math.max(lastMs, this.#range.fromMs);
    const toMs = Math.min(timeMs, this.#range.toMs);
    if (fromMs < toMs) this.gaps.push({ fromMs, toMs });
  }

  #thresholdMs(timeMs: number): number {
    if (this.#hour === null || timeMs >= this.#hour.toMs) {
      const { positions } = this.#projection;
      const hour = hourOf(timeMs);
      const recording = recordingOfHour(positions, this.#recordings, hour)!;
      const step = stepMs(this.#projection, recording, hour.toMs);
      this.#hour = { ...hour, thresholdMs: gapThresholdMs(step) };
    }
    return this.#hour.thresholdMs;
  }
}
