import {
  elementSetsAround,
  firstReceivedElementSet,
  readElementSets,
} from "../../shared/projection/element_sets/read_element_sets.ts";
import type { StoredElementSet } from "../../shared/projection/element_sets/stored_element_set.ts";
import { countedNodeNear } from "../../shared/projection/nodes/read_nodes.ts";
import type { Projection } from "../../shared/projection/projection.ts";
import { DAY_MS } from "../../shared/projection/time_range.ts";
import {
  countRevolutions,
  countsReliably,
} from "../../tle/nodes/count_revolutions.ts";
import { countAtEpoch } from "../../tle/passes/revolution_of_pass.ts";

/** As far as a set's count may be looked for: some 2,000 crossings, 0.3 ms. */
const CROSSINGS_WITHIN_MS = 60 * DAY_MS;
/** These are read in 4 ms. */
const MOST_SETS = 1_000;

/**
 * Tells how many revolutions one satellite had made at the epoch of an element
 * set, as the projector counts them, without reading its history.
 */
export class RevolutionAnchors {
  readonly #projection: Projection;
  readonly #noradId: number;
  readonly #counts = new Map<number, number | null>();
  #first: StoredElementSet | null | undefined;

  constructor(projection: Projection, noradId: number) {
    this.#projection = projection;
    this.#noradId = noradId;
  }

  /** The set that revolution 0 is that of. */
  first(): StoredElementSet | null {
    return this.#first ??= firstReceivedElementSet(
      this.#projection,
      this.#noradId,
    );
  }

  /** As `countRevolutions()` has it; null where that cannot be told. */
  countAtEpoch(set: StoredElementSet): number | null {
    let count = this.#counts.get(set.ref);
    if (count === undefined) {
      count = this.#fromCrossing(set) ?? this.#fromSets(set);
      this.#counts.set(set.ref, count);
    }
    return count;
  }

  #fromCrossing(set: StoredElementSet): number | null {
    const epochMs = set.epochUs / 1000;
    const node = countedNodeNear(
      this.#projection,
      this.#noradId,
      epochMs,
      CROSSINGS_WITHIN_MS,
    );
    if (node === null) return null;
    const { timeMs, isAscending, revolution } = node;
    const around = elementSetsAround(this.#projection, this.#noradId, timeMs);
    const neighbour = (timeMs > epochMs ? around.after : around.before) ?? set;
    const days = Math.abs(timeMs - epochMs) / DAY_MS;
    if (!countsReliably(set, neighbour, days)) return null;
    return countAtEpoch(set, {
      timeMs,
      node: isAscending === 1 ? "ascending" : "descending",
      revolution,
    });
  }

  /** Where no crossing is known, as before there is a second set. */
  #fromSets(set: StoredElementSet): number | null {
    const first = this.first();
    if (first === null) return null;
    if (first.ref === set.ref) return countRevolutions([set], 0)[0]!;
    return countFrom(first, set, [first, set]) ??
      countFrom(first, set, this.#between(first, set));
  }

  #between(a: StoredElementSet, b: StoredElementSet): StoredElementSet[] {
    const [earlier, later] = a.epochUs <= b.epochUs ? [a, b] : [b, a];
    const sets = readElementSets(this.#projection, this.#noradId, {
      from: { epochUs: earlier.epochUs, id: "" },
      toUs: later.epochUs + 1,
      limit: MOST_SETS + 1,
    });
    return sets.length > MOST_SETS ? [] : sets;
  }
}

function countFrom(
  first: StoredElementSet,
  set: StoredElementSet,
  sets: readonly StoredElementSet[],
): number | null {
  if (sets.length === 0) return null;
  const byEpoch = sets.toSorted((a, b) => a.epochUs - b.epochUs);
  const indexOf = (one: StoredElementSet) =>
    byEpoch.findIndex(({ ref }) => ref === one.ref);
  const count = countRevolutions(byEpoch, indexOf(first))[indexOf(set)]!;
  return Number.isNaN(count) ? null : count;
}
