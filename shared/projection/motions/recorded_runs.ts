import { type HourColumns, sliceHour } from "../hour_columns.ts";
import type { Projection } from "../projection.ts";
import { recordedHours, type Recording } from "../recordings.ts";
import { gapThresholdMs, LEAST_GAP_MS, stepMs } from "../step.ts";
import type { StoredHour } from "../store/stored_hour.ts";
import { MINUTE_MS, type TimeRangeMs } from "../time_range.ts";

/**
 * Of a recording of longer steps nothing is interpolated. TERRA is told within
 * 0.4 m from samples three minutes apart, and 12 m from five; a transfer orbit
 * at its perigee within 25 m, and 3 km.
 */
const MOST_STEP_MS = 3 * MINUTE_MS;

/** Nor where samples are missing for longer: 4 m, in any orbit, are less. */
const MOST_MISSING_MS = 5 * MINUTE_MS;

/**
 * Samples of one hour that follow on each other without a gap, and rest on one
 * element set.
 */
export interface RecordedRun {
  readonly hour: StoredHour;
  readonly elementSetRef: number;
  /** Whether nothing is known of the time since the run before this one. */
  readonly isAfterGap: boolean;
  readonly samples: number;
  readonly firstMs: number;
  readonly lastMs: number;
  readonly altitudeMinE4: number;
  readonly altitudeMaxE4: number;
}

/**
 * The runs of all hours that a range touches, in order. Where a sealed hour is
 * one run, which most are, no position of it is decoded.
 */
export function* recordedRuns(
  projection: Projection,
  recordings: readonly Recording[],
  range: TimeRangeMs,
): Generator<RecordedRun> {
  let lastMs = -Infinity;
  for (const hour of recordedHours(projection, recordings, range)) {
    const isGap = gapRule(projection, hour);
    const only = onlyRun(projection, hour, isGap);
    const runs = only === null
      ? runsOf(hour, projection.positions.readableContent(hour), isGap)
      : [only];
    for (const run of runs) {
      yield { ...run, isAfterGap: isGap(lastMs, run.firstMs) };
      lastMs = run.lastMs;
    }
  }
}

type Run = Omit<RecordedRun, "isAfterGap">;
type GapRule = (lastMs: number, nextMs: number) => boolean;

/** Whether there is a gap between two samples of which an hour has the later. */
function gapRule(projection: Projection, hour: StoredHour): GapRule {
  let mostMs: number | null = null;
  return (lastMs, nextMs) => {
    if (nextMs - lastMs <= LEAST_GAP_MS) return false;
    // A sealed hour knows it itself: else it would be a query an hour.
    mostMs ??= mostBetweenMs(
      hour.sealed?.stepMs ?? stepMs(projection, hour, hour.toMs),
    );
    return nextMs - lastMs > mostMs;
  };
}

function mostBetweenMs(step: number | null): number {
  if (step !== null && step > MOST_STEP_MS) return LEAST_GAP_MS;
  return Math.min(gapThresholdMs(step), MOST_MISSING_MS);
}

function onlyRun(
  { positions }: Projection,
  hour: StoredHour,
  isGap: GapRule,
): Run | null {
  const { sealed } = hour;
  if (sealed === null || isGap(0, sealed.longestStepMs)) return null;
  const elementSetRef = positions.onlyElementSetRef(hour);
  if (elementSetRef === null) return null;
  const { samples, firstMs, lastMs, altitudeMinE4, altitudeMaxE4 } = sealed;
  return {
    hour,
    elementSetRef,
    samples,
    firstMs,
    lastMs,
    altitudeMinE4,
    altitudeMaxE4,
  };
}

function* runsOf(
  hour: StoredHour,
  content: HourColumns,
  isGap: GapRule,
): Generator<Run> {
  const { timeMs, elementSetRef } = content;
  for (let start = 0, end = 0; start < timeMs.length; start = end) {
    do end++; while (
      end < timeMs.length && elementSetRef[end] === elementSetRef[start] &&
      !isGap(timeMs[end - 1]!, timeMs[end]!)
    );
    const { altitudeE4 } = sliceHour(content, start, end);
    yield {
      hour,
      elementSetRef: elementSetRef[start]!,
      samples: end - start,
      firstMs: timeMs[start]!,
      lastMs: timeMs[end - 1]!,
      altitudeMinE4: altitudeE4.reduce((a, b) => Math.min(a, b)),
      altitudeMaxE4: altitudeE4.reduce((a, b) => Math.max(a, b)),
    };
  }
}
