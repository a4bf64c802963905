import { EARTH_RADIUS_KM, MU_KM3_S2 } from "../../../tle/wgs72.ts";
import { KILOMETRES } from "../../events/resolution.ts";
import type { RecordedRun } from "./recorded_runs.ts";

/** The Earth's turning, rad/s. */
const TURNING_RAD_S = 7.292115e-5;

/** The ellipsoid is so much flatter at the poles, and more; km. */
const FLATTER_KM = 30;

/**
 * What no satellite exceeds, as seen from the turning Earth, that stays at the
 * altitudes of some runs: its speed is below that of escape from the lowest, and
 * the frame's below that of the highest. In low orbit that is a third too much.
 */
export function mostRecordedKmS(runs: readonly RecordedRun[]): number {
  let [leastE4, mostE4] = [Infinity, -Infinity];
  for (const { altitudeMinE4, altitudeMaxE4 } of runs) {
    leastE4 = Math.min(leastE4, altitudeMinE4);
    mostE4 = Math.max(mostE4, altitudeMaxE4);
  }
  const leastKm = EARTH_RADIUS_KM + leastE4 / KILOMETRES - FLATTER_KM;
  const mostKm = EARTH_RADIUS_KM + mostE4 / KILOMETRES + FLATTER_KM;
  // Written as a sum of two bounds that no orbit reaches together.
  return Math.sqrt(2 * MU_KM3_S2 / leastKm) + TURNING_RAD_S * mostKm;
}
