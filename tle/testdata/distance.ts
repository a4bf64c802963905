import { ecefFromGeodetic, type GeodeticPosition } from "../geodetic.ts";
import type { Vector3 } from "../vector3.ts";

/** Straight distance of two places. */
export function distanceKm(a: GeodeticPosition, b: GeodeticPosition): number {
  return lengthOf(difference(ecefFromGeodetic(a), ecefFromGeodetic(b)));
}

export function difference(a: Vector3, b: Vector3): Vector3 {
  return { x: a.x - b.x, y: a.y - b.y, z: a.z - b.z };
}

export function lengthOf({ x, y, z }: Vector3): number {
  return Math.hypot(x, y, z);
}
