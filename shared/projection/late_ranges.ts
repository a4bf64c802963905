import { preparedOnce, type Sqlite } from "../sqlite.ts";

/**
 * A position that is committed later than this after its time is late: its
 * range is written down, since a live stream may have passed it. What comes
 * sooner, a live stream finds by looking back as far.
 */
export const LATE_AFTER_MS = 10_000;

/** Late ranges are kept for as long as anyone may resume a stream. */
export const LATE_RANGES_KEPT_MS = 86_400_000;

/** Positions of a satellite that were filled in, half-open. */
export interface LateRange {
  readonly noradId: number;
  readonly fromMs: number;
  readonly toMs: number;
}

const rangesSince = preparedOnce((db) =>
  db.prepare<[number], LateRange>(`
    SELECT norad_id AS noradId, from_ms AS fromMs, to_ms AS toMs
    FROM late_ranges WHERE revision > ? ORDER BY revision, norad_id`)
);

/** The late ranges of commits after a revision, in order of commit. */
export function lateRangesSince(db: Sqlite, revision: number): LateRange[] {
  return rangesSince(db).all(revision);
}
