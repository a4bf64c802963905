import { preparedOnce, type Sqlite } from "../sqlite.ts";

/**
 * A position that is committed later than this after its time is late: its
 * range is written down, since a live stream may have passed it. What comes
 * sooner, a live stream finds by looking back as far.
 */
export const LATE_AFTER_MS = 10_000;

/** Late ranges are kept for as long as anyone may resume a stream. */
export const LATE_RANGES_KEPT_MS = 86_400_000;

/** What concerns more satellites than this is told as one range of all. */
const MOST_SATELLITES = 100;

/** In the table, for a range of any satellite: no catalogue number is that. */
export const ANY_SATELLITE = 0;

/** Positions that were filled in, half-open. */
export interface LateRange {
  /** Null for those of any satellite. */
  readonly noradId: number | null;
  readonly fromMs: number;
  readonly toMs: number;
}

const RANGES = `SELECT nullif(norad_id, ${ANY_SATELLITE}) AS noradId,
  from_ms AS fromMs, to_ms AS toMs FROM late_ranges WHERE revision > ?`;
const IN_ORDER = "ORDER BY revision, norad_id";

const rangesSince = preparedOnce((db) =>
  db.prepare<[number], LateRange>(`${RANGES} ${IN_ORDER}`)
);

const rangesOfSome = preparedOnce((db) =>
  db.prepare<[number, string], LateRange>(`${RANGES}
    AND norad_id IN (SELECT value FROM json_each(?)) ${IN_ORDER}`)
);

const countSatellites = preparedOnce((db) =>
  db.prepare<[number, number], number>(`
    SELECT count(*) FROM (
      SELECT DISTINCT norad_id FROM late_ranges WHERE revision > ?
      LIMIT +?)`).pluck()
);

const sumSince = preparedOnce((db) =>
  db.prepare<[number], LateRange>(`
    SELECT NULL AS noradId, min(from_ms) AS fromMs, max(to_ms) AS toMs
    FROM late_ranges WHERE revision > ?`)
);

/**
 * The late ranges of commits after a revision, in order of commit.
 *
 * @param noradIds Only those of these satellites, or of any; by default all, as
 * one range where there are many.
 */
export function lateRangesSince(
  db: Sqlite,
  revision: number,
  noradIds?: Iterable<number>,
): LateRange[] {
  if (noradIds !== undefined) {
    const wanted = JSON.stringify([ANY_SATELLITE, ...noradIds]);
    return rangesOfSome(db).all(revision, wanted);
  }
  const most = MOST_SATELLITES;
  return countSatellites(db).get(revision, most + 1)! > most
    ? sumSince(db).all(revision)
    : rangesSince(db).all(revision);
}

/** Joins the ranges of many satellites to one of all; few stay as they are. */
export function joinLateRanges<R extends LateRange>(
  ranges: readonly R[],
): (R | LateRange)[] {
  const satellites = new Set(ranges.map(({ noradId }) => noradId));
  if (satellites.size <= MOST_SATELLITES) return [...ranges];
  let [fromMs, toMs] = [Infinity, -Infinity];
  for (const range of ranges) {
    fromMs = Math.min(fromMs, range.fromMs);
    toMs = Math.max(toMs, range.toMs);
  }
  return [{ noradId: null, fromMs, toMs }];
}

/** All that came late within the last day, in short. */
export interface LateSummary {
  readonly count: number;
  readonly lastCommittedMs: number | null;
  readonly fromMs: number | null;
  readonly toMs: number | null;
}

const summary = preparedOnce((db) =>
  db.prepare<[], LateSummary>(`
    SELECT count(*) AS count, max(committed_ms) AS lastCommittedMs,
      min(from_ms) AS fromMs, max(to_ms) AS toMs FROM late_ranges`)
);

/** What is still written down of positions that came late. */
export function summariseLateRanges(db: Sqlite): LateSummary {
  return summary(db).get()!;
}
