import { firstIndex } from "../first_index.ts";
import type { Site } from "../look_angles.ts";
import type { Motion } from "../passes/motion.ts";
import { motionAt } from "../passes/motion_at.ts";
import { type ScanGeometry, scanGeometry } from "./scan_geometry.ts";

/**
 * Looked at so often, in radians of the way round: a site that comes abeam stays
 * on one side of the plane that is scanned for some thirty times as long.
 */
const STEP_RAD = 0.1;

/**
 * Finds when a site comes abeam of a satellite within a pass, in order: the
 * first whole millisecond at which it lies on the other side of the plane that
 * is scanned. From a low orbit that is once, or not at all where the pass is
 * cut.
 *
 * @param motions Those of the pass.
 */
export function* findAbeam(
  motions: readonly Motion[],
  site: Site,
  { aosMs, losMs }: { readonly aosMs: number; readonly losMs: number },
): Generator<number> {
  const at = (timeMs: number): ScanGeometry =>
    scanGeometry(site, motionAt(motions, timeMs).stateAt(timeMs));
  let before = at(aosMs);
  for (let beforeMs = aosMs; beforeMs < losMs;) {
    const stepMs = Math.ceil(STEP_RAD / before.turnRadS * 1000);
    const nextMs = Math.min(losMs, beforeMs + Math.max(1, stepMs));
    const next = at(nextMs);
    const wasAhead = before.aheadKm > 0;
    if (wasAhead !== next.aheadKm > 0) {
      const fromMs = beforeMs;
      yield fromMs + firstIndex(
        nextMs - fromMs,
        (ms) => at(fromMs + ms).aheadKm > 0 !== wasAhead,
      );
    }
    [before, beforeMs] = [next, nextMs];
  }
}
