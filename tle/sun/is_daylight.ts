import type { GeodeticPosition } from "../geodetic.ts";
import { createSite } from "../look_angles.ts";
import { sunLook } from "./sun_look.ts";

/**
 * Tells whether it is day below a satellite: whether the Sun's centre is above
 * the plane that touches the ellipsoid there, without refraction, which makes
 * the day some minutes longer.
 */
export function isDaylight(
  { latitudeDeg, longitudeDeg }: GeodeticPosition,
  timeMs: number,
): boolean {
  const ground = createSite({ latitudeDeg, longitudeDeg, altitudeM: 0 });
  return sunLook(ground, timeMs).elevationDeg > 0;
}
