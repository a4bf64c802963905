import { findBundled } from "../../../../tle/bundled_elements.ts";
import { ecefStateFromTeme } from "../../../../tle/ecef_state_from_teme.ts";
import type { ElementSet } from "../../../../tle/element_set.ts";
import { elementSetId } from "../../../../tle/element_set_id.ts";
import { createOrbit } from "../../../../tle/orbit.ts";
import type { Motion } from "../../../../tle/passes/motion.ts";
import { difference, lengthOf } from "../../../../tle/testdata/distance.ts";
import {
  every,
  HOUR,
  HOUR_MS,
  type MemoryProjection,
} from "../../testdata/memory_projection.ts";
import type { TimeRangeMs } from "../../time_range.ts";
import { readRecordedMotions } from "../recorded_motions.ts";

export const TOPIC = "terra_topic";
export const terra = findBundled("TERRA")!;
/** As if it had been issued later, and told another orbit: 30 km ahead. */
export const later: ElementSet = {
  ...terra,
  epochUs: terra.epochUs + 1e6,
  meanAnomalyDeg: terra.meanAnomalyDeg + 0.3,
};
export const WHOLE = { fromMs: HOUR - 2 * HOUR_MS, toMs: HOUR + 9 * HOUR_MS };

/** Records what a set says, `[fromMs, toMs)`. */
export function record(
  given: MemoryProjection,
  [fromMs, toMs]: readonly [number, number],
  { stepMs = 1000, set = terra, topic = TOPIC, isNamed = true } = {},
): void {
  const orbit = createOrbit(set);
  given.record({
    topic,
    timesMs: every(stepMs, fromMs, toMs),
    positionAt: (timeMs) => orbit.positionAt(timeMs),
    ...(isNamed && { elementSetId: elementSetId(set) }),
  });
}

export const read = (given: MemoryProjection, range = WHOLE) =>
  readRecordedMotions(given.projection, given.recordings(), range);

export const endsOf = (motions: readonly TimeRangeMs[]) =>
  motions.map(({ fromMs, toMs }) => [fromMs, toMs]);

/** How far a motion is from what a set says, at some instants, in metres. */
export function offMetres(motion: Motion, set: ElementSet, timesMs: number[]) {
  const orbit = createOrbit(set);
  return timesMs.map((timeMs) => {
    const state = motion.stateAt(timeMs);
    const truth = ecefStateFromTeme(orbit.temeAt(timeMs), timeMs);
    return 1000 * lengthOf(difference(state.positionKm, truth.positionKm));
  });
}
