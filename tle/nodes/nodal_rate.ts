import type { ElementSet } from "../element_set.ts";
import { EARTH_RADIUS_KM, J2, MU_KM3_S2 } from "../wgs72.ts";

const DAY_S = 86_400;

/**
 * Returns the revolutions from node to node in a day at the epoch: the mean
 * motion, which is from perigee to perigee, with the Earth's flattening, which
 * turns the perigee. To a millionth, as only the first order is taken.
 */
export function nodalRatePerDay(set: ElementSet): number {
  const radPerS = set.meanMotion * 2 * Math.PI / DAY_S;
  const axisKm = Math.cbrt(MU_KM3_S2 / radPerS ** 2);
  const parameterKm = axisKm * (1 - set.eccentricity ** 2);
  const cos = Math.cos(set.inclinationDeg * Math.PI / 180);
  const perigee = 0.75 * J2 * (EARTH_RADIUS_KM / parameterKm) ** 2 *
    (5 * cos ** 2 - 1);
  return set.meanMotion * (1 + perigee);
}
