import type { TimeRangeMs } from "./position_store.ts";
import type { Projection } from "./projection.ts";
import type { Recording } from "./recordings.ts";

const SAMPLES = 12;

/** Samples no farther apart than this never have a gap between them. */
export const LEAST_GAP_MS = 5_000;

const GAP_STEPS = 5;

/**
 * The step of a recording, in ms: the median distance of the last samples of
 * a range; null where there are fewer than two.
 */
export function stepMs(
  { positions }: Projection,
  recording: Recording,
  range: TimeRangeMs,
): number | null {
  const times = positions.lastTimesMs(recording, range, SAMPLES);
  const distances = times.slice(1).map((time, i) => times[i]! - time);
  distances.sort((a, b) => a - b);
  return distances[distances.length >> 1] ?? null;
}

/** Samples farther apart than this have a gap between them. */
export function gapThresholdMs(step: number | null): number {
  return Math.max(GAP_STEPS * (step ?? 1000), LEAST_GAP_MS);
}
