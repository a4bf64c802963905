import { createBreather } from "../../breathe.ts";
import type { Projection } from "../projection.ts";
import type { Recording } from "../recordings.ts";
import { HOUR_MS, type TimeRangeMs } from "../time_range.ts";
import { type RecordedRun, recordedRuns } from "./recorded_runs.ts";
import { RunSamples } from "./run_samples.ts";
import { createStretchMotion, type RecordedMotion } from "./stretch_motion.ts";

/**
 * So far beyond a range samples are looked at that have a part in it: eight of
 * them, as far apart as they may be, are forty minutes.
 */
const BEYOND_MS = HOUR_MS;

/**
 * Returns how a satellite moved where that was recorded within
 * `[fromMs, toMs]`, in order: a motion for each stretch of eight samples or
 * more without a gap or a change of element set, cut where the range ends.
 * Nothing else depends on where that is: at an instant the same samples tell
 * where the satellite was, whatever was asked for.
 *
 * Where the set changes, the earlier one tells of the step up to the first
 * sample of the next, if it is known.
 *
 * Samples are read when a motion is asked for a state. Others run meanwhile.
 */
export async function readRecordedMotions(
  projection: Projection,
  recordings: readonly Recording[],
  range: TimeRangeMs,
): Promise<RecordedMotion[]> {
  const breathe = createBreather();
  const samples = new RunSamples(projection.positions);
  const motions: RecordedMotion[] = [];
  const around = {
    fromMs: range.fromMs - BEYOND_MS,
    toMs: range.toMs + BEYOND_MS,
  };
  let runs: RecordedRun[] = [];
  function endStretch(next: RecordedRun | null): void {
    const stretch = { runs, nextMs: next?.firstMs ?? null };
    const motion = createStretchMotion(projection, samples, stretch, range);
    if (motion !== null) motions.push(motion);
    runs = [];
  }
  for (const run of recordedRuns(projection, recordings, around)) {
    const last = runs.at(-1);
    if (last !== undefined && !goesOn(last, run)) {
      endStretch(run.isAfterGap ? null : run);
    }
    runs.push(run);
    await breathe();
  }
  if (runs.length > 0) endStretch(null);
  return motions;
}

function goesOn(last: RecordedRun, next: RecordedRun): boolean {
  return !next.isAfterGap && next.elementSetRef === last.elementSetRef &&
    next.hour.topicRef === last.hour.topicRef;
}
