import { createBreather } from "../../shared/breathe.ts";
import {
  type ElementSetPlace,
  lastElementSet,
  latestElementSet,
  readElementSets,
} from "../../shared/projection/element_sets/read_element_sets.ts";
import type { StoredElementSet } from "../../shared/projection/element_sets/stored_element_set.ts";
import type { Projection } from "../../shared/projection/projection.ts";
import type { TimeRangeMs } from "../../shared/projection/time_range.ts";
import { latestIssues, LEAST_APART_US } from "../../tle/latest_issues.ts";

/**
 * Which sets tell where a satellite is: the last one up to the instant, and the
 * first before it (`recorded`: what was in force); the nearest by epoch
 * (`best`); the newest alone (`latest`).
 */
export type ElementChoice = "recorded" | "best" | "latest";

/** A set, and when it is in use. */
export interface ElementTurn {
  readonly elementSet: StoredElementSet;
  /** Whole milliseconds, both of them included. */
  readonly fromMs: number;
  readonly toMs: number;
}

/** So many are read at a time, which takes some 2 ms. */
const CHUNK = 200;

/**
 * Returns which set is in use when, in order, without a hole in
 * `[fromMs, toMs]`; nothing where none is known. Others run meanwhile.
 */
export async function readElementTurns(
  projection: Projection,
  noradId: number,
  { range, choice }: {
    readonly range: TimeRangeMs;
    readonly choice: ElementChoice;
  },
): Promise<ElementTurn[]> {
  const latest = choice === "latest" && latestElementSet(projection, noradId);
  const sets = latest === false
    ? await readSets(projection, noradId, range)
    : [latest].filter((set) => set !== null);
  const startOf = (index: number): number => {
    if (index === 0) return range.fromMs;
    if (index === sets.length) return range.toMs + 1;
    const { epochUs } = sets[index]!;
    if (choice === "recorded") return Math.ceil(epochUs / 1000);
    // Of two equally near the earlier.
    return Math.floor((sets[index - 1]!.epochUs + epochUs) / 2000) + 1;
  };
  return sets.map((elementSet, index) => ({
    elementSet,
    fromMs: Math.max(range.fromMs, startOf(index)),
    toMs: Math.min(range.toMs, startOf(index + 1) - 1),
  })).filter(({ fromMs, toMs }) => fromMs <= toMs);
}

/** The sets that count of a range, the one before, and the one after it. */
async function readSets(
  projection: Projection,
  noradId: number,
  { fromMs, toMs }: TimeRangeMs,
): Promise<StoredElementSet[]> {
  const breathe = createBreather();
  const sets: StoredElementSet[] = [];
  let place: ElementSetPlace = setBefore(projection, noradId, fromMs) ??
    { epochUs: fromMs * 1000, id: "" };
  for (;;) {
    const chunk = readElementSets(projection, noradId, {
      from: place,
      toUs: Infinity,
      limit: CHUNK,
    });
    // The last set of the one before comes again, and counts once.
    sets.push(...chunk);
    const counting = latestIssues(sets);
    const isEnd = chunk.length < CHUNK;
    if (isEnd || (counting.at(-2)?.epochUs ?? -Infinity) > toMs * 1000) {
      return counting;
    }
    place = sets.at(-1)!;
    await breathe();
  }
}

/** The last set up to an instant that counts. */
function setBefore(
  projection: Projection,
  noradId: number,
  timeMs: number,
): StoredElementSet | null {
  for (let beforeMs = timeMs;;) {
    const set = lastElementSet(projection, noradId, beforeMs);
    if (set === null) return null;
    const { epochUs } = set;
    const [next] = readElementSets(projection, noradId, {
      from: { epochUs: epochUs + 1, id: "" },
      toUs: epochUs + LEAST_APART_US,
      limit: 1,
    });
    if (next === undefined) return set;
    beforeMs = (epochUs - 0.5) / 1000;
  }
}
