import type { LogPosition } from "../event_log/event_log.ts";
import type { Sqlite } from "../sqlite.ts";

/** A record of the log that could not be applied, as it was read. */
export interface StoredDeadLetter {
  readonly at: LogPosition;
  readonly key: string | null;
  readonly value: Uint8Array | null;
  readonly timestampMs: number;
  /** Why it could not be applied when that was tried last. */
  readonly reason: string;
}

/**
 * Reads dead letters in order of topic, partition and offset.
 *
 * @param page.after Those behind this log position; null for the first ones.
 */
export function readDeadLetters(
  db: Sqlite,
  page: { readonly after: LogPosition | null; readonly limit: number },
): StoredDeadLetter[] {
  const after = page.after ?? { topic: "", partition: 0, offset: 0 };
  return db.prepare<
    [string, number, number, number],
    LogPosition & Omit<StoredDeadLetter, "at">
  >(`
    SELECT name AS topic, partition, offset, key, value,
      timestamp_ms AS timestampMs, reason
    FROM dead_letters JOIN topics ON ref = topic_ref
    WHERE (name, partition, offset) > (?, ?, ?)
    ORDER BY name, partition, offset LIMIT +?`)
    .all(after.topic, after.partition, after.offset, page.limit)
    .map(({ topic, partition, offset, ...letter }) => ({
      at: { topic, partition, offset },
      ...letter,
    }));
}

/** How many dead letters there are. */
export function countDeadLetters(db: Sqlite): number {
  return db.prepare<[], number>("SELECT count(*) FROM dead_letters").pluck()
    .get()!;
}
