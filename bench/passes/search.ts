import {
  DAY_MS,
  type TimeRangeMs,
} from "../../shared/projection/time_range.ts";
import { createBreather } from "../../shared/breathe.ts";
import { createSite, type Site } from "../../tle/look_angles.ts";
import { findPasses } from "../../tle/passes/find_passes.ts";
import type { FoundPass } from "../../tle/passes/found_pass.ts";
import type { Motion } from "../../tle/passes/motion.ts";

export const MOSCOW = { latitudeDeg: 55.75, longitudeDeg: 37.62, altitudeM: 0 };
const MOSCOW_SITE: Site = createSite(MOSCOW);

/** When the element sets used here are a day old. */
export const SEARCH_START_MS = Date.UTC(2026, 7, 23);

export function daysFromStart(days: number): TimeRangeMs {
  return {
    fromMs: SEARCH_START_MS,
    toMs: SEARCH_START_MS + days * DAY_MS,
  };
}

/** Finds passes over Moscow as the web app does: others run meanwhile. */
export async function findAll<M extends Motion>(
  motions: readonly M[],
  range: TimeRangeMs,
  breathe = createBreather(),
): Promise<FoundPass<M>[]> {
  const passes: FoundPass<M>[] = [];
  const search = { ...range, horizonDeg: 0 };
  for (const pass of findPasses(motions, MOSCOW_SITE, search)) {
    if (pass !== null) passes.push(pass);
    await breathe();
  }
  return passes;
}
