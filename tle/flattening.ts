import type { ElementSet } from "./element_set.ts";
import { semiMajorAxisKm } from "./semi_major_axis.ts";
import { EARTH_RADIUS_KM, J2 } from "./wgs72.ts";

/**
 * Returns by what share of a turn the Earth's flattening turns an orbit with
 * each revolution, but for what its inclination makes of that: first order.
 */
export function flatteningShare(set: ElementSet): number {
  const parameterKm = semiMajorAxisKm(set.meanMotion) *
    (1 - set.eccentricity ** 2);
  return 1.5 * J2 * (EARTH_RADIUS_KM / parameterKm) ** 2;
}
