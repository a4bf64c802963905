import { ecefFromTeme } from "../ecef_from_teme.ts";
import type { EcefState } from "../ecef_state.ts";
import { ecefStateFromTeme } from "../ecef_state_from_teme.ts";
import type { ElementSet } from "../element_set.ts";
import { firstIndex } from "../first_index.ts";
import { createOrbit, type Orbit } from "../orbit.ts";
import { PropagationError } from "../propagation_error.ts";
import { EARTH_RADIUS_KM } from "../wgs72.ts";
import type { Motion } from "./motion.ts";
import { type OrbitBounds, orbitBounds } from "./orbit_bounds.ts";

/** An orbit is looked at so often, but no more than so many times. */
const LOOK_MS = 43_200_000;
const MOST_LOOKS = 200;

/**
 * Lower no satellite lasts for a revolution. SGP4 goes on as long as it is above
 * the ground, and of an eccentric orbit that is most of the time.
 */
const LEAST_PERIGEE_ALTITUDE_KM = 50;

/**
 * SGP4's velocity is not quite how its position changes. Of low and nearly circular
 * orbits it puts a culmination off by 14 ms at most, but by 0.3 s where they are
 * eccentric, and by five minutes in the geostationary orbit, as in deep space
 * it knows nothing of Sun and Moon. There the change is measured instead.
 */
const hasTrueVelocity = ({ meanMotion, eccentricity }: ElementSet) =>
  meanMotion > 6.5 && eccentricity < 0.05;
const HALF_SECOND_MS = 500;

/** What an element set says, within a stretch of time in which it may be used. */
export interface ElementMotion<S extends ElementSet = ElementSet>
  extends Motion {
  readonly elementSet: S;
}

/**
 * Returns the motion that an element set gives in `[fromMs, toMs]`, or in as
 * much of it as it gives positions for. It is followed there from the epoch:
 * years after a satellite is down, SGP4 may give what looks like an orbit again.
 *
 * @param range Whole milliseconds.
 * @throws {PropagationError} If it gives none at all.
 */
export function createElementMotion<S extends ElementSet>(
  elementSet: S,
  range: { readonly fromMs: number; readonly toMs: number },
): ElementMotion<S> {
  const orbit = createOrbit(elementSet);
  const epochMs = Math.round(elementSet.epochUs / 1000);
  const later = follow(orbit, epochMs, Math.max(epochMs, range.toMs));
  const earlier = follow(orbit, epochMs, Math.min(epochMs, range.fromMs));
  const fromMs = Math.max(range.fromMs, earlier.lastMs);
  const toMs = Math.min(range.toMs, later.lastMs);
  if (fromMs > toMs) throw (later.failure ?? earlier.failure)!;
  const stateAt = hasTrueVelocity(elementSet)
    ? (timeMs: number) => ecefStateFromTeme(orbit.temeAt(timeMs), timeMs)
    : (timeMs: number) => measuredState(orbit, timeMs);
  return {
    elementSet,
    fromMs,
    toMs,
    mostKmS: Math.max(earlier.mostKmS, later.mostKmS),
    stateAt: (timeMs) => {
      // Written so that NaN fails it as well.
      if (!(timeMs >= fromMs && timeMs <= toMs)) {
        throw new RangeError(
          `Cannot tell where ${elementSet.noradId} is as the time must be ` +
            `within ${fromMs} to ${toMs}: current value is ${timeMs}`,
        );
      }
      return stateAt(timeMs);
    },
  };
}

function measuredState(orbit: Orbit, timeMs: number): EcefState {
  const positionAt = (ms: number) =>
    ecefFromTeme(orbit.temeAt(ms).positionKm, ms);
  const before = positionAt(timeMs - HALF_SECOND_MS);
  const after = positionAt(timeMs + HALF_SECOND_MS);
  return {
    positionKm: positionAt(timeMs),
    velocityKmS: {
      x: after.x - before.x,
      y: after.y - before.y,
      z: after.z - before.z,
    },
  };
}

interface Followed {
  /** The last instant on the way at which there is an orbit. */
  readonly lastMs: number;
  readonly mostKmS: number;
  /** Why not until the end. */
  readonly failure: PropagationError | null;
}

/** Follows an orbit from its epoch to the end, earlier or later. */
function follow(orbit: Orbit, epochMs: number, endMs: number): Followed {
  const towards = Math.sign(endMs - epochMs);
  const wayMs = Math.abs(endMs - epochMs);
  const stepMs = Math.max(LOOK_MS, Math.ceil(wayMs / MOST_LOOKS));
  let { mostKmS } = boundsAt(orbit, epochMs);
  let doneMs = 0;
  while (doneMs < wayMs) {
    const nextMs = Math.min(wayMs, doneMs + stepMs);
    const found = boundsOrFailure(orbit, epochMs + towards * nextMs);
    if (found instanceof PropagationError) {
      const goodMs = firstIndex(nextMs - doneMs, (offMs) =>
        boundsOrFailure(orbit, epochMs + towards * (doneMs + offMs)) instanceof
          PropagationError) - 1;
      const lastMs = epochMs + towards * (doneMs + goodMs);
      return { lastMs, mostKmS, failure: found };
    }
    mostKmS = Math.max(mostKmS, found.mostKmS);
    doneMs = nextMs;
  }
  return { lastMs: endMs, mostKmS, failure: null };
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
