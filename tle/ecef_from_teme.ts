import { siderealTimeRad } from "./sidereal_time.ts";
import type { Vector3 } from "./vector3.ts";

/** Turns a position from TEME into the Earth-fixed frame, with UT1 = UTC. */
export function ecefFromTeme(temeKm: Vector3, timeMs: number): Vector3 {
  return turnAboutAxis(temeKm, -siderealTimeRad(timeMs));
}

/** The other way. */
export function temeFromEcef(ecefKm: Vector3, timeMs: number): Vector3 {
  return turnAboutAxis(ecefKm, siderealTimeRad(timeMs));
}

function turnAboutAxis({ x, y, z }: Vector3, eastRad: number): Vector3 {
  const cos = Math.cos(eastRad);
  const sin = Math.sin(eastRad);
  return { x: x * cos - y * sin, y: y * cos + x * sin, z };
}
