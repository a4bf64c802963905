import { preparedOnce } from "../../sqlite.ts";
import type { Projection } from "../projection.ts";
import {
  SELECT_ELEMENT_SETS,
  type StoredElementSet,
} from "./stored_element_set.ts";

const allNumbers = preparedOnce((db) =>
  db.prepare<[], number>(
    "SELECT norad_id FROM newest_element_sets ORDER BY norad_id",
  ).pluck()
);

const someNumbers = preparedOnce((db) =>
  db.prepare<[string], number>(`
    SELECT norad_id FROM newest_element_sets
    WHERE norad_id IN (SELECT value FROM json_each(?)) ORDER BY norad_id`)
    .pluck()
);

const newestOf = preparedOnce((db) =>
  db.prepare<[string], StoredElementSet>(`${SELECT_ELEMENT_SETS}
    WHERE ref IN (SELECT ref FROM json_each(?) AS wanted
      CROSS JOIN newest_element_sets AS newest ON newest.norad_id = value)`)
);

/**
 * The satellites of which elements are known, in order of number: all of them,
 * or those of some.
 */
export function elementNoradIds(
  { db }: Projection,
  noradIds?: readonly number[],
): number[] {
  return noradIds === undefined
    ? allNumbers(db).all()
    : someNumbers(db).all(JSON.stringify(noradIds));
}

/**
 * The newest element set of each of some satellites, by number, as far as any
 * is known; a hundred take a millisecond.
 */
export function newestElementSets(
  { db }: Projection,
  noradIds: readonly number[],
): Map<number, StoredElementSet> {
  const sets = newestOf(db).all(JSON.stringify(noradIds));
  return new Map(sets.map((set) => [set.noradId, set]));
}
