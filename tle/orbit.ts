import { checkForDecay, type SatRec, SatRecError, sgp4 } from "satellite.js";
import { ecefFromTeme } from "./ecef_from_teme.ts";
import type { ElementSet } from "./element_set.ts";
import { geodeticFromEcef, type GeodeticPosition } from "./geodetic.ts";
import { PropagationError } from "./propagation_error.ts";
import { createSatRec } from "./sat_rec.ts";
import type { Vector3 } from "./vector3.ts";

const MINUTES_PER_YEAR = 365.25 * 1440;

/**
 * Farther from the epoch nothing is left of the orbit, and the cost of a deep
 * space orbit grows with the distance: an instant at infinity would never end.
 */
export const MAX_AGE_MINUTES = 100 * MINUTES_PER_YEAR;

/** Position and velocity in TEME, the inertial frame of SGP4. */
export interface TemeState {
  readonly positionKm: Vector3;
  readonly velocityKmS: Vector3;
}

/**
 * One element set, ready to tell where its satellite is. An instant is in
 * milliseconds since 1970, UTC, and may have a fraction.
 */
export interface Orbit {
  readonly elementSet: ElementSet;
  /** @throws {PropagationError} If the elements give no position then. */
  temeAt(timeMs: number): TemeState;
  /** @throws {PropagationError} If the elements give no position then. */
  positionAt(timeMs: number): GeodeticPosition;
}

/**
 * Returns the orbit that an element set describes: SGP4 with WGS72 gravity, to
 * Earth-fixed by mean sidereal time with UT1 = UTC, geodetic on WGS84.
 */
export function createOrbit(set: ElementSet): Orbit {
  // Made when it is first needed: of a whole catalogue few orbits are asked
  // one by one.
  let satRec: SatRec | null = null;

  function temeAt(timeMs: number): TemeState {
    // In microseconds, where whole milliseconds and the epoch are exact.
    const minutes = (timeMs * 1000 - set.epochUs) / 60e6;
    // Written so that NaN fails it as well.
    if (!(Math.abs(minutes) <= MAX_AGE_MINUTES)) {
      const years = (minutes / MINUTES_PER_YEAR).toFixed(1);
      const failure =
        `it must be within 100 years of the epoch: current value is ${years}`;
      throw new PropagationError(set, timeMs, failure);
    }
    const satellite = satRec ??= createSatRec(set);
    const state = sgp4(satellite, minutes);
    if (state === null) {
      throw new PropagationError(set, timeMs, satellite.error);
    }
    // Of what decayed long ago, SGP4 itself gives meaningless positions.
    if (checkForDecay(satellite)) {
      throw new PropagationError(set, timeMs, SatRecError.Decayed);
    }
    const { position, velocity } = state;
    if (!isFinite(position) || !isFinite(velocity)) {
      const failure = "its position must be finite: current value is NaN";
      throw new PropagationError(set, timeMs, failure);
    }
    return { positionKm: position, velocityKmS: velocity };
  }

  function positionAt(timeMs: number): GeodeticPosition {
    return geodeticFromEcef(ecefFromTeme(temeAt(timeMs).positionKm, timeMs));
  }

  return { elementSet: set, temeAt, positionAt };
}

function isFinite({ x, y, z }: Vector3): boolean {
  return Number.isFinite(x + y + z);
}
