import { medianStepMs, STEP_SAMPLES } from "./hour_summary.ts";
import type { Projection } from "./projection.ts";
import type { StoreKey } from "./store/stored_hour.ts";

/** Samples no farther apart than this never have a gap between them. */
export const LEAST_GAP_MS = 5_000;

const GAP_STEPS = 5;

/**
 * The step of a recording at the end of an hour, in ms: the median distance
 * of the last samples before that; null where there are fewer than two.
 */
export function stepMs(
  { positions }: Projection,
  key: StoreKey,
  endMs: number,
): number | null {
  const times: number[] = [];
  for (let beforeMs = endMs; times.length < STEP_SAMPLES;) {
    const hour = positions.lastHour(key, beforeMs);
    if (hour === null) break;
    const { sealed } = hour;
    // Known in short, where all of the hour is before.
    if (times.length === 0 && sealed !== null && sealed.lastMs < endMs) {
      if (sealed.stepMs !== null) return sealed.stepMs;
    }
    const missing = STEP_SAMPLES - times.length;
    times.unshift(...positions.lastTimesMs(hour, endMs, missing));
    beforeMs = hour.fromMs;
  }
  return medianStepMs(Float64Array.from(times));
}

/** Samples farther apart than this have a gap between them. */
export function gapThresholdMs(step: number | null): number {
  return Math.max(GAP_STEPS * (step ?? 1000), LEAST_GAP_MS);
}
