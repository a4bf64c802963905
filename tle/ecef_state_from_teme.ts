import type { EcefState } from "./ecef_state.ts";
import { ecefFromTeme } from "./ecef_from_teme.ts";
import type { TemeState } from "./orbit.ts";
import { EARTH_TURN_RAD_S } from "./sidereal_time.ts";

/**
 * Turns a position and velocity from TEME into the Earth-fixed frame, with
 * UT1 = UTC. The velocity is that over the turning Earth.
 */
export function ecefStateFromTeme(
  { positionKm, velocityKmS }: TemeState,
  timeMs: number,
): EcefState {
  const place = ecefFromTeme(positionKm, timeMs);
  const { x, y, z } = ecefFromTeme(velocityKmS, timeMs);
  return {
    positionKm: place,
    velocityKmS: {
      x: x + EARTH_TURN_RAD_S * place.y,
      y: y - EARTH_TURN_RAD_S * place.x,
      z,
    },
  };
}
