import { preparedOnce } from "../../sqlite.ts";
import type { Projection } from "../projection.ts";
import {
  SELECT_ELEMENT_SETS,
  type StoredElementSet,
} from "./stored_element_set.ts";

const byRef = preparedOnce((db) =>
  db.prepare<[number], StoredElementSet>(
    `${SELECT_ELEMENT_SETS} WHERE ref = +?`,
  )
);

const after = preparedOnce((db) =>
  db.prepare<
    [number, number, number, number, string, number],
    StoredElementSet
  >(
    `${SELECT_ELEMENT_SETS}
    WHERE norad_id = +? AND epoch_us >= +? AND epoch_us < +?
      AND (epoch_us > +? OR id >= ?)
    ORDER BY epoch_us, id LIMIT +?`,
  )
);

const lastUpTo = preparedOnce((db) =>
  db.prepare<number[], StoredElementSet>(`${SELECT_ELEMENT_SETS}
    WHERE norad_id = +? AND epoch_us <= ?
    ORDER BY epoch_us DESC, id DESC LIMIT 1`)
);

const firstAfter = preparedOnce((db) =>
  db.prepare<number[], StoredElementSet>(`${SELECT_ELEMENT_SETS}
    WHERE norad_id = +? AND epoch_us > ?
    ORDER BY epoch_us, id LIMIT 1`)
);

const firstReceived = preparedOnce((db) =>
  db.prepare<[number], StoredElementSet>(`${SELECT_ELEMENT_SETS}
    WHERE norad_id = +?
    ORDER BY received_ms, epoch_us, id LIMIT 1`)
);

const anyOf = preparedOnce((db) =>
  db.prepare<[number], number>(
    "SELECT 1 FROM element_sets WHERE norad_id = +? LIMIT 1",
  ).pluck()
);

const idOfRef = preparedOnce((db) =>
  db.prepare<[number], string>(
    "SELECT id FROM element_set_refs WHERE ref = +?",
  ).pluck()
);

/** Whether any element set of a satellite has arrived. */
export function hasElementSets(
  { db }: Pick<Projection, "db">,
  noradId: number,
): boolean {
  return anyOf(db).get(noradId) === 1;
}

/** The element set of a row; null while only positions have named it. */
export function elementSetOfRef(
  { db }: Pick<Projection, "db">,
  ref: number,
): StoredElementSet | null {
  return byRef(db).get(ref) ?? null;
}

/** The id of a row, also while only positions have named it; null for none. */
export function elementSetIdOfRef(
  { db }: Pick<Projection, "db">,
  ref: number,
): string | null {
  return idOfRef(db).get(ref) ?? null;
}

/** A place in the order of element sets. */
export interface ElementSetPlace {
  readonly epochUs: number;
  /** Empty before all sets of that epoch. */
  readonly id: string;
}

/**
 * The element sets of one satellite by epoch, earliest first, so many at most.
 *
 * @param range From a place on, up to an epoch, not including it.
 */
export function readElementSets(
  { db }: Pick<Projection, "db">,
  noradId: number,
  { from, toUs, limit }: {
    readonly from: ElementSetPlace;
    readonly toUs: number;
    readonly limit: number;
  },
): StoredElementSet[] {
  const most = Math.min(limit, Number.MAX_SAFE_INTEGER);
  const { epochUs, id } = from;
  return after(db).all(noradId, epochUs, toUs, epochUs, id, most);
}

/** The last set whose epoch is not after an instant; null where none is. */
export function lastElementSet(
  { db }: Pick<Projection, "db">,
  noradId: number,
  timeMs: number,
): StoredElementSet | null {
  return lastUpTo(db).get(noradId, timeMs * 1000) ?? null;
}

/** The sets on either side of an instant, as far as there are any. */
export interface ElementSetsAround {
  /** The last one whose epoch is not after it. */
  readonly before: StoredElementSet | null;
  readonly after: StoredElementSet | null;
}

/** The set before an instant and the one after it. */
export function elementSetsAround(
  projection: Pick<Projection, "db">,
  noradId: number,
  timeMs: number,
): ElementSetsAround {
  return {
    before: lastElementSet(projection, noradId, timeMs),
    after: firstAfter(projection.db).get(noradId, timeMs * 1000) ?? null,
  };
}

/**
 * The set whose epoch is nearest to an instant; of two equally near the
 * earlier; null where there is none.
 */
export function nearestElementSet(
  projection: Pick<Projection, "db">,
  noradId: number,
  timeMs: number,
): StoredElementSet | null {
  return nearestOf(elementSetsAround(projection, noradId, timeMs), timeMs);
}

/** The nearer one of two sets around an instant; of two as near the earlier. */
export function nearestOf(
  { before, after }: ElementSetsAround,
  timeMs: number,
): StoredElementSet | null {
  if (before === null || after === null) return before ?? after;
  const timeUs = timeMs * 1000;
  return after.epochUs - timeUs < timeUs - before.epochUs ? after : before;
}

/** The set from which a satellite's revolutions are counted. */
export function firstReceivedElementSet(
  { db }: Pick<Projection, "db">,
  noradId: number,
): StoredElementSet | null {
  return firstReceived(db).get(noradId) ?? null;
}

/** The set with the latest epoch; null where there is none. */
export function latestElementSet(
  projection: Pick<Projection, "db">,
  noradId: number,
): StoredElementSet | null {
  return lastElementSet(projection, noradId, Infinity);
}
