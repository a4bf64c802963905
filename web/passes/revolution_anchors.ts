import {
  elementSetsAround,
  firstReceivedElementSet,
  readElementSets,
} from "../../shared/projection/element_sets/read_element_sets.ts";
import type { StoredElementSet } from "../../shared/projection/element_sets/stored_element_set.ts";
import {
  countedNodeNear,
  readNodePlaces,
} from "../../shared/projection/nodes/read_nodes.ts";
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
/** Passes are mostly asked for in order: so those to come are counted as well. */
const AHEAD_US = 35 * DAY_MS * 1000;

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
      count = this.#hasCrossings(set)
        ? this.#fromCrossing(set)
        : this.#fromSets(set);
      this.#counts.set(set.ref, count);
    }
    return count;
  }

  #hasCrossings({ epochUs }: StoredElementSet): boolean {
    const timeMs = epochUs / 1000;
    return readNodePlaces(this.#projection, this.#noradId, {
      fromMs: timeMs - CROSSINGS_WITHIN_MS,
      toMs: timeMs + CROSSINGS_WITHIN_MS,
      limit: 1,
    }).length > 0;
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

  /**
   * Where no crossing is known, as before there is a second set: set by set, as
   * the projector will count, or at one leap where too many are in between.
   */
  #fromSets(set: StoredElementSet): number | null {
    const first = this.first();
    if (first === null) return null;
    const isLater = set.epochUs >= first.epochUs;
    const read = readElementSets(this.#projection, this.#noradId, {
      from: { epochUs: isLater ? first.epochUs : set.epochUs, id: "" },
      toUs: isLater ? set.epochUs + AHEAD_US : first.epochUs + 1,
      limit: MOST_SETS,
    });
    const has = (one: StoredElementSet) =>
      read.some(({ ref }) => ref === one.ref);
    const leap = isLater ? [first, set] : [set, first];
    const sets = has(first) && has(set) ? read : leap;
    const anchorIndex = sets.findIndex(({ ref }) => ref === first.ref);
    const counts = countRevolutions(sets, anchorIndex);
    for (const [index, { ref }] of sets.entries()) {
      if (!Number.isNaN(counts[index]!)) this.#counts.set(ref, counts[index]!);
    }
    return this.#counts.get(set.ref) ?? null;
  }
}
