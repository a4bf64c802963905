import { ecefFromTeme } from "../ecef_from_teme.ts";
import type { ElementSet } from "../element_set.ts";
import { lookAngles, type Site } from "../look_angles.ts";
import { createOrbit } from "../orbit.ts";
import { temeOrNull } from "../teme_or_null.ts";

const DAY_MS = 86_400_000;
/** Slower or faster ones go round the Earth within some revolutions. */
const LEAST_PER_DAY = 0.7;
const MOST_PER_DAY = 1.3;
const INSTANTS = 24;
const STILL = { x: 0, y: 0, z: 0 };

/**
 * Whether a satellite stays above an observer's horizon for the whole revolution
 * around an instant, as only those do that turn about as fast as the Earth. So a
 * pass of theirs is none of one revolution, and its highest point that of any.
 */
export function staysUp(
  set: ElementSet,
  site: Site,
  { timeMs, aboveDeg }: { readonly timeMs: number; readonly aboveDeg: number },
): boolean {
  if (set.meanMotion < LEAST_PER_DAY || set.meanMotion > MOST_PER_DAY) {
    return false;
  }
  const orbit = createOrbit(set);
  const periodMs = DAY_MS / set.meanMotion;
  for (let i = 0; i < INSTANTS; i++) {
    const atMs = timeMs + (i / INSTANTS - 0.5) * periodMs;
    const teme = temeOrNull(orbit, atMs);
    if (teme === null) return false;
    const positionKm = ecefFromTeme(teme.positionKm, atMs);
    const look = lookAngles(site, { positionKm, velocityKmS: STILL });
    if (look.elevationDeg < aboveDeg) return false;
  }
  return true;
}
