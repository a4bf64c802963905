import type { PositionColumns } from "./position_columns.ts";
import type { Summary } from "./summaries.ts";

/** What an hour that is over holds, in short. */
export interface HourSummary extends Summary {
  readonly lastMs: number;
  /** Between two neighbours; 0 where there is one sample. */
  readonly longestStepMs: number;
  /** Median distance of the last samples; null where there are too few. */
  readonly stepMs: number | null;
}

/** So many samples, and their distances, tell the step of a recording. */
export const STEP_SAMPLES = 12;

/** Sums up an hour that holds at least one position. */
export function summarizeHour(columns: PositionColumns): HourSummary {
  const { timeMs, latitudeE6, longitudeE6, altitudeE4 } = columns;
  const samples = timeMs.length;
  let longestStepMs = 0;
  let altitudeMinE4 = altitudeE4[0]!;
  let altitudeMaxE4 = altitudeMinE4;
  for (let i = 1; i < samples; i++) {
    const stepMs = timeMs[i]! - timeMs[i - 1]!;
    if (stepMs > longestStepMs) longestStepMs = stepMs;
    if (altitudeE4[i]! < altitudeMinE4) altitudeMinE4 = altitudeE4[i]!;
    if (altitudeE4[i]! > altitudeMaxE4) altitudeMaxE4 = altitudeE4[i]!;
  }
  return {
    samples,
    firstMs: timeMs[0]!,
    firstLatitudeE6: latitudeE6[0]!,
    firstLongitudeE6: longitudeE6[0]!,
    firstAltitudeE4: altitudeE4[0]!,
    altitudeMinE4,
    altitudeMaxE4,
    lastMs: timeMs[samples - 1]!,
    longestStepMs,
    stepMs: samples < STEP_SAMPLES
      ? null
      : medianStepMs(timeMs.subarray(-STEP_SAMPLES)),
  };
}

/** The median distance of rising times; null where there are fewer than two. */
export function medianStepMs(timesMs: Float64Array): number | null {
  const steps = timesMs.subarray(1).map((timeMs, i) => timeMs - timesMs[i]!);
  return steps.sort()[steps.length >> 1] ?? null;
}
