import type { EcefState } from "./ecef_state.ts";
import { EARTH_TURN_RAD_S } from "./sidereal_time.ts";
import type { Vector3 } from "./vector3.ts";

/**
 * Returns a satellite's velocity as seen from the stars, in km/s along the axes
 * that the Earth-fixed frame has at that instant.
 */
export function inertialVelocity(
  { positionKm, velocityKmS }: EcefState,
): Vector3 {
  return {
    x: velocityKmS.x - EARTH_TURN_RAD_S * positionKm.y,
    y: velocityKmS.y + EARTH_TURN_RAD_S * positionKm.x,
    z: velocityKmS.z,
  };
}
