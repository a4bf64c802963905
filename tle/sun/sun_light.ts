import type { Vector3 } from "../vector3.ts";

/** How a satellite stands to the Earth's shadow. */
export type SunLight = "sunlit" | "penumbra" | "umbra";

/** Returns what light of the Sun falls on a satellite. */
export function sunLight(_ecefKm: Vector3, _timeMs: number): SunLight {
  throw new Error("Cannot tell the light: not there yet");
}
