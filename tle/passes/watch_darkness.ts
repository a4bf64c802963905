import type { Site } from "../look_angles.ts";
import { sunEcefKm } from "../sun/sun_position.ts";
import type { Watched } from "./find_changes.ts";
import { signHoldsS } from "./sign_holds.ts";

const DAY_TURN_RAD_S = 2 * Math.PI / 86_400;
/** More than the Sun ever strays from turning like that: north, and in time. */
const STRAY_RAD_S = 2e-7;

/** The Sun stands lower than this where it is dark enough to see a satellite. */
export const TWILIGHT_DEG = -6;
const TWILIGHT_SINE = Math.sin(TWILIGHT_DEG * Math.PI / 180);

/** Returns whether it is dark at a site, and for how long it surely stays so. */
export function watchDarkness(
  { positionKm, up }: Site,
  timeMs: number,
): Watched<boolean> {
  const sunKm = sunEcefKm(timeMs);
  const x = sunKm.x - positionKm.x;
  const y = sunKm.y - positionKm.y;
  const z = sunKm.z - positionKm.z;
  const distanceKm = Math.sqrt(x * x + y * y + z * z);
  const above = (up.x * x + up.y * y + up.z * z) / distanceKm - TWILIGHT_SINE;
  const risesPerS = DAY_TURN_RAD_S * (up.x * y - up.y * x) / distanceKm;
  const staysS = signHoldsS(above, {
    awayPerS: Math.sign(above) * risesPerS - STRAY_RAD_S,
    mostPerS: DAY_TURN_RAD_S + STRAY_RAD_S,
    mostPerS2: (DAY_TURN_RAD_S + STRAY_RAD_S) ** 2,
    steadyS: Infinity,
  });
  return { value: above < 0, staysS };
}
