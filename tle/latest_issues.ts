import type { ElementSet } from "./element_set.ts";

/**
 * Of sets closer than this the last one counts: many are the same set, issued
 * twice.
 */
export const LEAST_APART_US = 600e6;

/**
 * Returns the sets of one satellite that count: without those that another one
 * replaces at almost the same epoch.
 *
 * @param sets By epoch; of the last one it is not known whether it counts, if
 * there are others after it.
 */
export function latestIssues<S extends ElementSet>(sets: readonly S[]): S[] {
  return sets.filter((set, index) => {
    const next = sets[index + 1];
    return next === undefined || next.epochUs - set.epochUs >= LEAST_APART_US;
  });
}
