import type { Site } from "../look_angles.ts";
import type { FoundPass } from "./found_pass.ts";
import type { Motion } from "./motion.ts";

/** Which passes to find: all that overlap `[fromMs, toMs)`. */
export interface PassSearch {
  readonly fromMs: number;
  readonly toMs: number;
  /** Where a pass begins and ends; -90 to 90 exclusive. */
  readonly horizonDeg: number;
}

/**
 * Finds one satellite's passes over a site, earliest first, each from its true
 * AOS to its true LOS, also where these lie outside the search.
 *
 * @param motions Of one satellite, in order; where one ends before the next
 * begins, nothing is known in between, and passes are cut there.
 * @returns Passes, and null in between where others may run.
 */
// deno-lint-ignore require-yield
export function* findPasses<M extends Motion>(
  _motions: readonly M[],
  _site: Site,
  _search: PassSearch,
): Generator<FoundPass<M> | null> {
  throw new Error("Cannot find passes: not there yet");
}
