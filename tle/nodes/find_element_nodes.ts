import type { ElementSet } from "../element_set.ts";
import { turnOfElements } from "./element_turn.ts";
import { latestIssues } from "../latest_issues.ts";
import { findOrbitNodes, type NodeRange } from "./find_orbit_nodes.ts";
import type { NodeCrossing } from "./node_crossing.ts";
import { createOrbit, type Orbit } from "../orbit.ts";

const DAY_MS = 86_400_000;

/**
 * So far from its epoch a set tells crossings, and no farther. Where TERRA's
 * history has 51 and 68 days between two sets, these differ by 2 to 4 s about a
 * crossing in the middle, and by as much in its local time; where it has 140, by
 * up to 83 s and 12 s.
 */
const MAX_AGE_DAYS = 30;

/** So many sets beyond each end of a range have a part in what it holds. */
export const SETS_BEYOND = 6;

/** A crossing, and the element set that tells it. */
export interface ElementNode<S extends ElementSet> extends NodeCrossing {
  readonly elementSet: S;
}

/**
 * Returns each crossing of the equator that a satellite's element sets tell,
 * earliest first: the nearest set by epoch, no more than 30 days away, from the
 * first epoch to the last one. So the future is none of its business, and where
 * sets are far apart there is a gap.
 *
 * A crossing depends on nothing but the sets around it.
 *
 * @param sets By epoch: those of the range, and `SETS_BEYOND` beyond each end: two
 * would do if none came twice.
 */
export function findElementNodes<S extends ElementSet>(
  sets: readonly S[],
  range: NodeRange,
): ElementNode<S>[] {
  // Two of them must not share one crossing.
  const used = latestIssues(sets);
  const orbits: Orbit[] = [];
  const orbitOf = (index: number) =>
    orbits[index] ??= createOrbit(used[index]!);
  /** From when on a set tells them, rather than the one before. */
  const startOf = (index: number) =>
    turnOfElements(orbitOf(index - 1), used[index]!.epochUs);

  return used.flatMap((set, index) => {
    const epochMs = set.epochUs / 1000;
    const isFirst = index === 0;
    const isLast = index === used.length - 1;
    const fromMs = Math.max(
      range.fromMs,
      isFirst ? epochMs : epochMs - MAX_AGE_DAYS * DAY_MS,
    );
    const toMs = Math.min(
      range.toMs,
      isLast ? epochMs : epochMs + MAX_AGE_DAYS * DAY_MS,
    );
    if (fromMs >= toMs) return [];
    const turn = {
      fromMs: isFirst ? fromMs : Math.max(fromMs, startOf(index)),
      toMs: isLast ? toMs : Math.min(toMs, startOf(index + 1)),
    };
    if (turn.fromMs >= turn.toMs) return [];
    return findOrbitNodes(orbitOf(index), turn)
      .map((crossing) => ({ ...crossing, elementSet: set }));
  });
}
