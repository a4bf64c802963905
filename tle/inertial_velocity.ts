import type { EcefState } from "./ecef_state.ts";
import type { Vector3 } from "./vector3.ts";

/** How fast mean sidereal time goes (IAU 1982), which SGP4's frame rests on. */
export const EARTH_TURNS_PER_DAY = 1.002737909350795;
const EARTH_RAD_S = EARTH_TURNS_PER_DAY * 2 * Math.PI / 86_400;

/**
 * Returns a satellite's velocity as seen from the stars, in km/s along the axes
 * that the Earth-fixed frame has at that instant.
 */
export function inertialVelocity(
  { positionKm, velocityKmS }: EcefState,
): Vector3 {
  return {
    x: velocityKmS.x - EARTH_RAD_S * positionKm.y,
    y: velocityKmS.y + EARTH_RAD_S * positionKm.x,
    z: velocityKmS.z,
  };
}
