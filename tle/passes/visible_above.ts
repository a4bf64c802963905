import type { Site } from "../look_angles.ts";
import { findPasses } from "./find_passes.ts";
import type { FoundPass } from "./found_pass.ts";
import { visibleInterval } from "./visible_interval.ts";

/**
 * Returns the first stretch of a pass that is visible, as `visibleInterval` has
 * it, and at an elevation or above all along. Null where there is none.
 */
export function visibleAbove(
  pass: FoundPass,
  site: Site,
  elevationDeg: number,
): ReturnType<typeof visibleInterval> {
  const { motions, aosMs, losMs } = pass;
  // So it is of most, and sooner known than how high it is.
  if (visibleInterval(motions, site, pass) === null) return null;
  const search = {
    fromMs: aosMs,
    toMs: losMs + 1,
    horizonDeg: elevationDeg,
  };
  for (const above of findPasses(motions, site, search)) {
    const visible = above && visibleInterval(motions, site, above);
    if (visible !== null) return visible;
  }
  return null;
}
