import { lookAngles, type Site } from "../look_angles.ts";
import { sunEcefKm } from "./sun_position.ts";

const AT_REST = { x: 0, y: 0, z: 0 };

/** Where the Sun stands for an observer; geometric, without refraction. */
export interface SunLook {
  /** From north by way of east, 0 up to but not including 360. */
  readonly azimuthDeg: number;
  /** Of the Sun's centre. */
  readonly elevationDeg: number;
}

/**
 * Returns where the Sun stands, seen from a site: within 0.001 degrees, but for
 * UT1 - UTC, which makes 0.004 at most. Its parallax, up to 8.8 arcsec (0.0024
 * degrees) lower than from the Earth's centre, is in it.
 */
export function sunLook(site: Site, timeMs: number): SunLook {
  const state = { positionKm: sunEcefKm(timeMs), velocityKmS: AT_REST };
  const { azimuthDeg, elevationDeg } = lookAngles(site, state);
  return { azimuthDeg, elevationDeg };
}
