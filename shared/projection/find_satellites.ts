import { preparedOnce } from "../sqlite.ts";
import type { Projection } from "./projection.ts";
import { readNoradIds } from "./recordings.ts";

/** A topic of no more satellites than this was made for each of them. */
const FEW_SATELLITES = 12;

/** Which satellites are looked for; all that is given must hold. */
export interface SatelliteSearch {
  readonly noradIds?: readonly number[];
  /** A part of the name, in any case, or the beginning of the number. */
  readonly text?: string;
  /** Only those that a topic of few satellites holds, or only others. */
  readonly ownTopic?: boolean;
}

const namedLike = preparedOnce((db) =>
  db.prepare<[string, string], number>(`
    SELECT DISTINCT norad_id FROM recordings
    WHERE name LIKE ? ESCAPE '\\' OR norad_id LIKE ?`).pluck()
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
  { noradIds, text, ownTopic }: SatelliteSearch = {},
): number[] {
  const { db } = projection;
  let found = readNoradIds(projection);
  const keep = (wanted: ReadonlySet<number>, isWanted = true) => {
    found = found.filter((noradId) => wanted.has(noradId) === isWanted);
  };
  if (noradIds !== undefined) keep(new Set(noradIds));
  if (text !== undefined) {
    const literal = text.replaceAll(/[%_\\]/g, "\\$&");
    const like = namedLike(db).all(`%${literal}%`, `${literal}%`);
    keep(new Set(like));
  }
  if (ownTopic !== undefined) {
    keep(new Set(onOwnTopic(db).all(FEW_SATELLITES)), ownTopic);
  }
  return found;
}
