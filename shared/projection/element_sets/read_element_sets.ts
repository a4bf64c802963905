import { preparedOnce } from "../../sqlite.ts";
import type { Projection } from "../projection.ts";
import type { TimeRangeMs } from "../time_range.ts";
import {
  SELECT_ELEMENT_SETS,
  type StoredElementSet,
} from "./stored_element_set.ts";

const byRef = preparedOnce((db) =>
  db.prepare<[number], StoredElementSet>(
    `${SELECT_ELEMENT_SETS} WHERE ref = +?`,
  )
);

const byId = preparedOnce((db) =>
  db.prepare<[string], StoredElementSet>(`${SELECT_ELEMENT_SETS} WHERE id = ?`)
);

const withinRange = preparedOnce((db) =>
  db.prepare<number[], StoredElementSet>(`${SELECT_ELEMENT_SETS}
    WHERE norad_id = +? AND epoch_us >= ? AND epoch_us < ?
    ORDER BY epoch_us, id LIMIT +?`)
);

const lastUpTo = preparedOnce((db) =>
  db.prepare<number[], StoredElementSet>(`${SELECT_ELEMENT_SETS}
    WHERE norad_id = +? AND epoch_us <= ?
    ORDER BY epoch_us DESC, id DESC LIMIT 1`)
);

const firstFrom = preparedOnce((db) =>
  db.prepare<number[], StoredElementSet>(`${SELECT_ELEMENT_SETS}
    WHERE norad_id = +? AND epoch_us >= ?
    ORDER BY epoch_us, id LIMIT 1`)
);

/** The element set of a row; null while only positions have named it. */
export function elementSetOfRef(
  { db }: Pick<Projection, "db">,
  ref: number,
): StoredElementSet | null {
  return byRef(db).get(ref) ?? null;
}

/** The element set of an id; null where it has not arrived. */
export function elementSetOfId(
  { db }: Pick<Projection, "db">,
  id: string,
): StoredElementSet | null {
  return byId(db).get(id) ?? null;
}

/**
 * The element sets of one satellite by epoch, earliest first, so many at most.
 *
 * @param range Of epochs, half-open, ms since 1970.
 */
export function readElementSets(
  { db }: Pick<Projection, "db">,
  noradId: number,
  { fromMs, toMs, limit }: TimeRangeMs & { readonly limit: number },
): StoredElementSet[] {
  const most = Math.min(limit, Number.MAX_SAFE_INTEGER);
  return withinRange(db).all(noradId, fromMs * 1000, toMs * 1000, most);
}

/** The last set whose epoch is not after an instant; null where none is. */
export function lastElementSet(
  { db }: Pick<Projection, "db">,
  noradId: number,
  timeMs: number,
): StoredElementSet | null {
  return lastUpTo(db).get(noradId, timeMs * 1000) ?? null;
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
  const before = lastElementSet(projection, noradId, timeMs);
  const after = firstFrom(projection.db).get(noradId, timeMs * 1000) ?? null;
  if (before === null || after === null) return before ?? after;
  const timeUs = timeMs * 1000;
  return after.epochUs - timeUs < timeUs - before.epochUs ? after : before;
}
