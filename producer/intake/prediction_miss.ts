import {
  compareStates,
  type StateDifference,
} from "../../tle/audit/compare_states.ts";
import { timingErrorS } from "../../tle/element_age.ts";
import type { ElementSet } from "../../tle/element_set.ts";
import { createOrbit } from "../../tle/orbit.ts";
import { temeOrNull } from "../../tle/teme_or_null.ts";

/**
 * Four times what 95 of 100 sets of that age stay within, and a second, since
 * sets that follow each other by hours differ by their own errors. DESIGN.md
 * has what that holds back.
 */
const TIMES_P95 = 4;
const LEAST_S = 1;

/** Likewise across the orbit and up or down; it grows slowly with the age. */
const LEAST_KM = 2;
const KM_PER_DAY = 0.3;

/**
 * A set that is so much older than the new one accuses nobody: its own error
 * is what would be measured.
 */
const FAIR_DAYS = 30;

/**
 * Compares two sets of a satellite at the later one's epoch.
 *
 * @returns Null where the earlier one has nothing to say of that time.
 */
export function predictionMiss(
  earlier: ElementSet,
  later: ElementSet,
): StateDifference | null {
  if (daysBetween(earlier, later) > FAIR_DAYS) return null;
  const atMs = later.epochUs / 1000;
  const predicted = temeOrNull(createOrbit(earlier), atMs);
  // It says that the satellite is down by then; the other knows better.
  if (predicted === null) return null;
  return compareStates(createOrbit(later).temeAt(atMs), predicted.positionKm);
}

/** Whether a miss is more than the age of the earlier set explains. */
export function isFar(
  { laterS, radialKm, crossTrackKm }: StateDifference,
  earlier: ElementSet,
  later: ElementSet,
): boolean {
  const days = daysBetween(earlier, later);
  const mostS = Math.max(LEAST_S, TIMES_P95 * timingErrorS(earlier, days).p95S);
  const mostKm = LEAST_KM + KM_PER_DAY * days;
  // Up and down an eccentric orbit, a moment's error is one of height as well.
  const climbedKm = mostS * later.eccentricity * fastestKmS(later);
  return Math.abs(laterS) > mostS ||
    Math.abs(radialKm) > mostKm + climbedKm ||
    Math.abs(crossTrackKm) > mostKm;
}

export function missKm(miss: StateDifference): number {
  return Math.hypot(miss.radialKm, miss.alongTrackKm, miss.crossTrackKm);
}

/** For people: `it comes by 6.2 s earlier than predicted, 2.7 km lower`. */
export function describeMiss(
  { laterS, radialKm, crossTrackKm }: StateDifference,
): string {
  const seconds = Math.abs(laterS).toPrecision(2);
  // What was predicted, less what is.
  const height = radialKm > 0 ? "lower" : "higher";
  return `it comes by ${Number(seconds)} s ${
    laterS > 0 ? "later" : "earlier"
  } ` +
    `than predicted, ${Math.abs(radialKm).toFixed(1)} km ${height} and ` +
    `${Math.abs(crossTrackKm).toFixed(1)} km aside`;
}

function daysBetween(earlier: ElementSet, later: ElementSet): number {
  return (later.epochUs - earlier.epochUs) / 86_400e6;
}

/** At perigee; 7.9 km/s is the speed on the ground. */
function fastestKmS({ meanMotion, eccentricity }: ElementSet): number {
  const circularKmS = 7.9 * Math.cbrt(meanMotion / 17);
  return circularKmS * Math.sqrt((1 + eccentricity) / (1 - eccentricity));
}
