import type { Vector3 } from "../vector3.ts";
import { type ShadowPlace, shadowPlace } from "./earth_shadow.ts";
import { sunEcefKm } from "./sun_position.ts";

/**
 * How a satellite stands to the Earth's shadow: whether all of the Sun is seen
 * from it, a part (also a ring, beyond the point of the umbra), or none.
 */
export type SunLight = "sunlit" | "penumbra" | "umbra";

/**
 * Returns what light of the Sun falls on a satellite: conical umbra and penumbra
 * of a spherical Earth of WGS84's equatorial radius, 6,378.137 km, and a Sun of
 * 696,000 km; without refraction, and without the Moon's shadow.
 *
 * @param ecefKm 70 m above that sphere or higher; lower, the Earth itself may be
 * in the way and not be noticed.
 */
export function sunLight(ecefKm: Vector3, timeMs: number): SunLight {
  return lightAt(shadowPlace(ecefKm, sunEcefKm(timeMs)));
}

/** Returns the light of a place whose lie is known. */
export function lightAt({ behindKm, umbra, penumbra }: ShadowPlace): SunLight {
  // The cones go on towards the Sun, the shadow does not.
  if (behindKm <= 0 || penumbra.outsideKm >= 0) return "sunlit";
  return umbra.outsideKm > 0 ? "penumbra" : "umbra";
}
