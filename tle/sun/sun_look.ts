import type { Site } from "../look_angles.ts";

/** Where the Sun stands for an observer; geometric, without refraction. */
export interface SunLook {
  /** From north by way of east, 0 up to but not including 360. */
  readonly azimuthDeg: number;
  /** Of the Sun's centre. */
  readonly elevationDeg: number;
}

/** Returns where the Sun stands, seen from a site. */
export function sunLook(_site: Site, _timeMs: number): SunLook {
  throw new Error("Cannot tell where the Sun is: not there yet");
}
