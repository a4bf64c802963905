import type { SourcedSet } from "../sources/element_source.ts";
import { whyUnusable } from "./judge_element_set.ts";

/**
 * Picks a set for each object to begin with: its newest that gives a position
 * now and whose epoch is not far ahead, the first given where several are
 * alike. An object of which no set is of use gets its newest all the same, so
 * that what is wrong is told where it is used.
 */
export function chooseElementSets(
  sets: readonly SourcedSet[],
  nowMs: number,
): SourcedSet[] {
  const byObject = Map.groupBy(sets, ({ set }) => set.noradId);
  return [...byObject.values()].map((all) => {
    if (all.length === 1) return all[0]!;
    const newestFirst = all.toSorted((a, b) => b.set.epochUs - a.set.epochUs);
    return newestFirst.find(({ set }) => whyUnusable(set, nowMs) === null) ??
      newestFirst[0]!;
  });
}
