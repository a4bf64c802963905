import { siderealTimeRad } from "./sidereal_time.ts";
import type { Vector3 } from "./vector3.ts";

/** Turns a position from TEME into the Earth-fixed frame, with UT1 = UTC. */
export function ecefFromTeme({ x, y, z }: Vector3, timeMs: number): Vector3 {
  const angle = siderealTimeRad(timeMs);
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  return { x: x * cos + y * sin, y: y * cos - x * sin, z };
}
