import { firstIndex } from "../first_index.ts";
import { lookAngles, type Site } from "../look_angles.ts";
import type { Motion } from "./motion.ts";
import { motionAt } from "./motion_at.ts";

/** Of a highly elliptical orbit's long pass, so many parts are looked into. */
const PARTS = 8;

/** When a satellite is nearest to a site, to the millisecond. */
export interface ClosestApproach {
  readonly timeMs: number;
  readonly rangeKm: number;
}

/**
 * Returns when a satellite is nearest to a site within a pass: its beginning or
 * end, where it only comes nearer, or only goes away.
 */
export function closestApproach(
  motions: readonly Motion[],
  site: Site,
  { aosMs, losMs }: { readonly aosMs: number; readonly losMs: number },
): ClosestApproach {
  const look = (timeMs: number) =>
    lookAngles(site, motionAt(motions, timeMs).stateAt(timeMs));
  const instant = (part: number) =>
    aosMs + Math.round((losMs - aosMs) * part / PARTS);
  let nearest = 0;
  let leastKm = Infinity;
  for (let part = 0; part <= PARTS; part++) {
    const { rangeKm } = look(instant(part));
    if (rangeKm < leastKm) [nearest, leastKm] = [part, rangeKm];
  }
  const fromMs = instant(Math.max(0, nearest - 1));
  const toMs = instant(Math.min(PARTS, nearest + 1));
  const timeMs = fromMs +
    firstIndex(toMs - fromMs, (i) => look(fromMs + i).rangeRateKmS >= 0);
  return { timeMs, rangeKm: look(timeMs).rangeKm };
}
