import {
  SELECT_ELEMENT_SETS,
  type StoredElementSet,
} from "../../../shared/projection/element_sets/stored_element_set.ts";
import {
  DAY_MS,
  type TimeRangeMs,
} from "../../../shared/projection/time_range.ts";
import type { Sqlite } from "../../../shared/sqlite.ts";
import { AUDIT_REACH_DAYS } from "../../../tle/audit/create_set_auditor.ts";

const REACH_MS = AUDIT_REACH_DAYS * DAY_MS;

/** Sets to be audited that are read together, which takes some 2 ms. */
const MOST_AUDITED = 200;

/** The range of sets of which the audits may rest on a set of an epoch. */
export function auditedAfter(epochMs: number): TimeRangeMs {
  return { fromMs: epochMs, toMs: epochMs + REACH_MS + 1 };
}

/** All of one satellite's sets of a range, which may be shorter than asked. */
export interface SetWindow extends TimeRangeMs {
  /** By epoch and id; before the range all that audits within may rest on. */
  readonly sets: readonly StoredElementSet[];
  /** Index of the first within the range. */
  readonly first: number;
}

/** Reads element sets as audits need them. */
export class SetHistory {
  readonly #before;
  readonly #within;

  constructor(db: Sqlite) {
    const select = `${SELECT_ELEMENT_SETS}
      WHERE norad_id = +? AND epoch_us >= ? AND epoch_us < ?
      ORDER BY epoch_us, id`;
    this.#before = db.prepare<number[], StoredElementSet>(select);
    this.#within = db.prepare<number[], StoredElementSet>(
      `${select} LIMIT ${MOST_AUDITED}`,
    );
  }

  /** Reads the sets of a range, or of so much of it as are read together. */
  window(noradId: number, { fromMs, toMs }: TimeRangeMs): SetWindow {
    const within = this.#within.all(noradId, fromMs * 1000, toMs * 1000);
    if (within.length === 0) return { fromMs, toMs, sets: [], first: 0 };
    const reachedMs = fromMs - REACH_MS;
    const before = this.#before.all(noradId, reachedMs * 1000, fromMs * 1000);
    return {
      fromMs,
      toMs: within.length < MOST_AUDITED
        ? toMs
        // Others of that millisecond may have been cut off.
        : Math.max(epochMsOf(within.at(-1)!), fromMs + 1),
      sets: [...before, ...within],
      first: before.length,
    };
  }
}

/** The whole millisecond that holds an epoch. */
export function epochMsOf({ epochUs }: StoredElementSet): number {
  return Math.floor(epochUs / 1000);
}
