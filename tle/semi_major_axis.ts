import { MU_KM3_S2 } from "./wgs72.ts";

/** Kepler's third law for a mean motion in revolutions a day. */
export function semiMajorAxisKm(meanMotion: number): number {
  const radPerS = meanMotion * 2 * Math.PI / 86_400;
  return Math.cbrt(MU_KM3_S2 / radPerS ** 2);
}
