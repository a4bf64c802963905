import { EARTH_TURN_RAD_S } from "../../../tle/sidereal_time.ts";
import { EARTH_RADIUS_KM, MU_KM3_S2 } from "../../../tle/wgs72.ts";
import { KILOMETRES } from "../../events/resolution.ts";
import type { RecordedRun } from "./recorded_runs.ts";

/** What altitudes above the ellipsoid and between samples are off by, and more. */
const MARGIN_KM = 30;

/**
 * What no satellite exceeds, as seen from the turning Earth, that stays at the
 * altitudes of some runs: escape from the lowest, and the Earth's turning at the
 * highest. In low orbit that is a third too much.
 */
export function mostRecordedKmS(runs: readonly RecordedRun[]): number {
  let [leastE4, mostE4] = [Infinity, -Infinity];
  for (const { altitudeMinE4, altitudeMaxE4 } of runs) {
    leastE4 = Math.min(leastE4, altitudeMinE4);
    mostE4 = Math.max(mostE4, altitudeMaxE4);
  }
  const leastKm = EARTH_RADIUS_KM + leastE4 / KILOMETRES - MARGIN_KM;
  const mostKm = EARTH_RADIUS_KM + mostE4 / KILOMETRES + MARGIN_KM;
  return Math.sqrt(2 * MU_KM3_S2 / leastKm) + EARTH_TURN_RAD_S * mostKm;
}
