import { preparedOnce } from "../sqlite.ts";
import type { Projection } from "./projection.ts";
import { elementNoradIds } from "./element_sets/newest_element_sets.ts";
import { readNoradIds, readRecordings } from "./recordings.ts";

/** A topic of no more satellites than this was made for each of them. */
const FEW_SATELLITES = 12;

/** Which satellites are looked for; all that is given must hold. */
export interface SatelliteSearch {
  readonly noradIds?: readonly number[];
  /** A part of the name, in any case, or the beginning of the number. */
  readonly text?: string;
  /** Only those that a topic of few satellites holds, or only others. */
  readonly ownTopic?: boolean;
  /** Only those with positions, or only those with nothing but elements. */
  readonly recorded?: boolean;
}

const namedLike = preparedOnce((db) =>
  db.prepare<[string, string], number>(`
    SELECT DISTINCT norad_id FROM recordings
    WHERE name LIKE ? ESCAPE '\\' OR norad_id LIKE ?`).pluck()
);

const elementsNamedLike = preparedOnce((db) =>
  db.prepare<[string, string], number>(`
    SELECT sets.norad_id FROM newest_element_sets
      JOIN element_sets AS sets USING (ref)
    WHERE name LIKE ? ESCAPE '\\' OR sets.norad_id LIKE ?`).pluck()
);

const onOwnTopic = preparedOnce((db) =>
  db.prepare<[number], number>(`
    SELECT DISTINCT norad_id FROM recordings WHERE topic_ref IN (
      SELECT topic_ref FROM recordings GROUP BY topic_ref
      HAVING count(*) <= +?)`).pluck()
);

/** The numbers of satellites that are known, in order; some 5 ms of 16,400. */
export function findSatellites(
  projection: Projection,
  { noradIds, text, ownTopic, recorded }: SatelliteSearch = {},
): number[] {
  const { db } = projection;
  // A few that are known by number are not looked for among all.
  const withPositions = noradIds === undefined
    ? readNoradIds(projection)
    : [...readRecordings(projection, noradIds).keys()];
  let found = withPositions;
  const keep = (wanted: ReadonlySet<number>, isWanted = true) => {
    found = found.filter((noradId) => wanted.has(noradId) === isWanted);
  };
  if (recorded !== true) {
    found = union(withPositions, elementNoradIds(projection, noradIds));
    if (recorded === false) keep(new Set(withPositions), false);
  }
  if (text !== undefined) {
    const literal = text.replaceAll(/[%_\\]/g, "\\$&");
    const like = [`%${literal}%`, `${literal}%`] as const;
    const named = namedLike(db).all(...like);
    // A few ms for all that anybody has elements of.
    keep(new Set([...named, ...elementsNamedLike(db).all(...like)]));
  }
  if (ownTopic !== undefined) {
    keep(new Set(onOwnTopic(db).all(FEW_SATELLITES)), ownTopic);
  }
  return found;
}

/** In order of number. */
function union(a: readonly number[], b: readonly number[]): number[] {
  return [...new Set([...a, ...b])].sort((x, y) => x - y);
}
