import { readElementSets } from "../../../shared/projection/element_sets/read_element_sets.ts";
import type { StoredElementSet } from "../../../shared/projection/element_sets/stored_element_set.ts";
import type { Sqlite } from "../../../shared/sqlite.ts";
import { countRevolutions } from "../../../tle/nodes/count_revolutions.ts";

/** What is known of one satellite's orbit, and its revolutions. */
export interface ElementHistory {
  /** By epoch. */
  readonly sets: readonly StoredElementSet[];
  /** Of each set: revolutions since revolution 0 began, or NaN. */
  readonly counts: Float64Array;
}

/** Shorter ones are read as fast as they are needed. */
const LONG = 200;
/** Of all histories together; a thousand take some 0.3 MB. */
const MOST_KEPT_SETS = 100_000;

/**
 * Element sets by satellite, with the count of revolutions. 25,000 sets take a
 * tenth of a second to read and count, so that long histories are kept.
 */
export class ElementHistories {
  readonly #db: Sqlite;
  readonly #kept = new Map<number, ElementHistory>();

  constructor(db: Sqlite) {
    this.#db = db;
  }

  of(noradId: number): ElementHistory {
    const kept = this.#kept.get(noradId);
    if (kept !== undefined) return kept;
    const sets = readElementSets({ db: this.#db }, noradId, {
      from: { epochUs: Number.MIN_SAFE_INTEGER, id: "" },
      toUs: Number.MAX_SAFE_INTEGER,
      limit: Infinity,
    });
    const counts = sets.length === 0
      ? new Float64Array()
      : countRevolutions(sets, anchorIndex(sets));
    const history = { sets, counts };
    if (sets.length >= LONG) this.#keep(noradId, history);
    return history;
  }

  /** There is another set. */
  forget(noradId: number): void {
    this.#kept.delete(noradId);
  }

  #keep(noradId: number, history: ElementHistory): void {
    let count = history.sets.length;
    for (const { sets } of this.#kept.values()) count += sets.length;
    for (const [oldest, { sets }] of this.#kept) {
      if (count <= MOST_KEPT_SETS) break;
      count -= sets.length;
      this.#kept.delete(oldest);
    }
    this.#kept.set(noradId, history);
  }
}

/**
 * The set from which revolutions are counted: the one received first, of several
 * the one with the earliest epoch. What is imported later is received later.
 */
function anchorIndex(sets: readonly StoredElementSet[]): number {
  let anchor = 0;
  for (const [index, { receivedMs }] of sets.entries()) {
    if (receivedMs < sets[anchor]!.receivedMs) anchor = index;
  }
  return anchor;
}
