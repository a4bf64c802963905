import type { EcefState } from "../ecef_state.ts";
import type { Site } from "../look_angles.ts";

/** Whether a satellite goes north or south. */
export type Direction = "ascending" | "descending";

/** So near a pole, all ways lead south, or north. */
const POLE_DEG = 89.9;

/**
 * The least part of its speed that must go north or south: at the turning point
 * near a pole, and of a satellite that stands, there is no direction.
 */
const LEAST_SHARE = 1e-3;

/**
 * Returns whether a satellite goes north or south at an instant of a pass; null
 * where that is undefined, by the pole.
 *
 * @param state At TCA.
 */
export function passDirection(site: Site, state: EcefState): Direction | null {
  if (Math.abs(site.observer.latitudeDeg) > POLE_DEG) return null;
  const { x, y, z } = state.velocityKmS;
  const speed = Math.hypot(x, y, z);
  if (speed < 0.1 || Math.abs(z) < LEAST_SHARE * speed) return null;
  return z > 0 ? "ascending" : "descending";
}
