import type { Orbit } from "../orbit.ts";
import { PropagationError } from "../propagation_error.ts";
import { EARTH_RADIUS_KM } from "../wgs72.ts";
import { type OrbitBounds, orbitBounds } from "./orbit_bounds.ts";

/** An orbit is looked at so often, but no more than so many times. */
const LOOK_MS = 43_200_000;
const MOST_LOOKS = 200;

/**
 * Lower no satellite lasts for a revolution. SGP4 goes on as long as it is above
 * the ground, and of an eccentric orbit that is most of the time.
 */
const LEAST_PERIGEE_ALTITUDE_KM = 50;

export interface FollowedOrbit {
  /** The last instant on the way at which there is an orbit. */
  readonly lastMs: number;
  readonly mostKmS: number;
  /** Why it goes no farther; null where nothing says so. */
  readonly failure: PropagationError | null;
}

/**
 * Follows an orbit from its epoch to the end, earlier or later. Where it ceases
 * does not depend on the end, as it is looked at where it is for any end within a
 * hundred days.
 */
export function followOrbit(
  orbit: Orbit,
  epochMs: number,
  endMs: number,
): FollowedOrbit {
  const towards = Math.sign(endMs - epochMs);
  const wayMs = Math.abs(endMs - epochMs);
  const stepMs = LOOK_MS * Math.max(1, Math.ceil(wayMs / LOOK_MS / MOST_LOOKS));
  let { mostKmS } = boundsAt(orbit, epochMs);
  for (let doneMs = 0; doneMs < wayMs; doneMs += stepMs) {
    const nextMs = doneMs + stepMs;
    const found = boundsOrFailure(orbit, epochMs + towards * nextMs);
    if (found instanceof PropagationError) {
      const goodMs = Math.min(wayMs, lastGood(doneMs, nextMs));
      const lastMs = epochMs + towards * goodMs;
      return { lastMs, mostKmS, failure: found };
    }
    mostKmS = Math.max(mostKmS, found.mostKmS);
  }
  return { lastMs: endMs, mostKmS, failure: null };

  function lastGood(good: number, bad: number): number {
    while (bad - good > 1) {
      const middle = Math.floor((good + bad) / 2);
      const found = boundsOrFailure(orbit, epochMs + towards * middle);
      if (found instanceof PropagationError) bad = middle;
      else good = middle;
    }
    return good;
  }
}

function boundsOrFailure(
  orbit: Orbit,
  timeMs: number,
): OrbitBounds | PropagationError {
  try {
    return boundsAt(orbit, timeMs);
  } catch (error) {
    if (error instanceof PropagationError) return error;
    throw error;
  }
}

function boundsAt(orbit: Orbit, timeMs: number): OrbitBounds {
  const bounds = orbitBounds(orbit.temeAt(timeMs));
  const altitudeKm = bounds.perigeeKm - EARTH_RADIUS_KM;
  // Written so that NaN fails it as well.
  if (!(altitudeKm >= LEAST_PERIGEE_ALTITUDE_KM)) {
    const failure =
      `its perigee must be ${LEAST_PERIGEE_ALTITUDE_KM} km or more above the ` +
      `Earth: current value is ${altitudeKm.toFixed(1)} km`;
    throw new PropagationError(orbit.elementSet, timeMs, failure);
  }
  return bounds;
}
