import type { ElementSet } from "../../tle/element_set.ts";
import { nodeRateDegPerDay, planeAngleDeg } from "../../tle/plane_angle.ts";

/**
 * What Sun, Moon and drag may do to a plane beside what is foreseen: a degree
 * a year where they pull most, in high orbits, and a part of the foreseen turn
 * as the orbit sinks. Of two sets of one object up to 30 days apart, the planes
 * were within 0.3 degrees of it.
 */
const PLANE_DEG = 2;
const PLANE_DEG_PER_YEAR = 3;
const PLANE_SHARE_OF_TURN = 0.05;

const INCLINATION_DEG = 1;
const INCLINATION_DEG_PER_YEAR = 1.5;

/**
 * Why a later set cannot be of the object that an earlier one is of, whatever
 * its number says; null where it can. By the name of its launch, by its
 * inclination, and by its plane, which the Earth's flattening turns evenly.
 */
export function whyNotThisObject(
  earlier: ElementSet,
  later: ElementSet,
): string | null {
  const before = earlier.internationalDesignator;
  const now = later.internationalDesignator;
  if (before !== null && now !== null && before !== now) {
    return `its designator must be ${before}: current value is ${now}`;
  }
  const days = (later.epochUs - earlier.epochUs) / 86_400e6;
  const years = days / 365.25;
  const byDeg = Math.abs(later.inclinationDeg - earlier.inclinationDeg);
  const mostDeg = INCLINATION_DEG + INCLINATION_DEG_PER_YEAR * years;
  if (byDeg > mostDeg) {
    return `its inclination must be within ${mostDeg.toFixed(1)} degrees of ` +
      `${earlier.inclinationDeg}: current value is ${later.inclinationDeg}`;
  }
  const turnedDeg = Math.abs(nodeRateDegPerDay(earlier) * days);
  const mostPlaneDeg = PLANE_DEG + PLANE_DEG_PER_YEAR * years +
    PLANE_SHARE_OF_TURN * turnedDeg;
  const planeDeg = planeAngleDeg(earlier, later);
  if (planeDeg > mostPlaneDeg) {
    return `its plane must be within ${mostPlaneDeg.toFixed(1)} degrees of ` +
      `where the one in use will have turned: current value is ` +
      `${planeDeg.toFixed(1)} degrees`;
  }
  return null;
}
