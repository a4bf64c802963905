import type { LogPosition } from "../event_log/event_log.ts";
import { preparedOnce, type Sqlite } from "../sqlite.ts";

/** A record of the log that could not be applied, as it was read. */
export interface StoredDeadLetter {
  readonly at: LogPosition;
  readonly key: string | null;
  readonly value: Uint8Array | null;
  readonly timestampMs: number;
  /** Why it could not be applied when that was tried last. */
  readonly reason: string;
}

/** A dead letter of which whatever may be long is cut. */
export interface DeadLetterPreview extends StoredDeadLetter {
  /** Of the whole value; null where there is none. */
  readonly valueBytes: number | null;
}

/** The most of a preview's key and reason, in characters, and value, in bytes. */
export const PREVIEW_LENGTH = 4_096;

/** Which dead letters to read. */
export interface DeadLetterRange {
  /** Those behind this log position; null for the first ones. */
  readonly after: LogPosition | null;
  /** Those of one topic; of all, if it is absent. */
  readonly topic?: string;
}

/** Reads dead letters in order of topic, partition and offset. */
export function readDeadLetters(
  db: Sqlite,
  { limit, ...range }: DeadLetterRange & { readonly limit: number },
): StoredDeadLetter[] {
  return readInOrder(db, range, nextWhole(db)).take(limit).toArray();
}

/**
 * Reads previews in the same order. Each is a query of its own when it is
 * asked for, so that others may run in between.
 */
export function readDeadLetterPreviews(
  db: Sqlite,
  range: DeadLetterRange,
): Generator<DeadLetterPreview> {
  return readInOrder(db, range, nextPreview(db));
}

/** The dead letter at a log position; null where there is none. */
export function readDeadLetter(
  db: Sqlite,
  at: LogPosition,
): StoredDeadLetter | null {
  const [letter] = readDeadLetters(db, {
    after: { ...at, offset: at.offset - 1 },
    topic: at.topic,
    limit: 1,
  });
  const isThere = letter?.at.partition === at.partition &&
    letter.at.offset === at.offset;
  return isThere ? letter : null;
}

/** How many dead letters there are. */
export function countDeadLetters(db: Sqlite): number {
  return db.prepare<[], number>("SELECT count(*) FROM dead_letters").pluck()
    .get()!;
}

type Place = Pick<LogPosition, "partition" | "offset">;

/** Finds the first dead letter of a topic behind a place. */
interface NextLetter<T> {
  get(topicRef: number, partition: number, offset: number):
    | Place & Omit<T, "at">
    | undefined;
}

const BEFORE_ALL: Place = { partition: -1, offset: -1 };

const nextWhole = preparedOnce((db) =>
  prepareNext<StoredDeadLetter>(
    db,
    "key, value, timestamp_ms AS timestampMs, reason",
  )
);

const nextPreview = preparedOnce((db) =>
  prepareNext<DeadLetterPreview>(
    db,
    `substr(key, 1, ${PREVIEW_LENGTH}) AS key,
      substr(value, 1, ${PREVIEW_LENGTH}) AS value,
      length(value) AS valueBytes, timestamp_ms AS timestampMs,
      substr(reason, 1, ${PREVIEW_LENGTH}) AS reason`,
  )
);

function prepareNext<T>(db: Sqlite, columns: string): NextLetter<T> {
  return db.prepare<[number, number, number], Place & Omit<T, "at">>(`
    SELECT partition, offset, ${columns} FROM dead_letters
    WHERE topic_ref = +? AND (partition, offset) > (+?, +?)
    ORDER BY partition, offset LIMIT 1`);
}

// Topic after topic: in one query over all of them, SQLite would go through
// what is before `after` again for each page.
function* readInOrder<T>(
  db: Sqlite,
  { after, topic }: DeadLetterRange,
  next: NextLetter<T>,
) {
  const topics = db.prepare<[string], { ref: number; name: string }>(
    "SELECT ref, name FROM topics WHERE name >= ? ORDER BY name",
  ).all(after?.topic ?? "");
  for (const { ref, name } of topics) {
    if (topic !== undefined && topic !== name) continue;
    let place: Place = name === after?.topic ? after : BEFORE_ALL;
    for (;;) {
      const found = next.get(ref, place.partition, place.offset);
      if (found === undefined) break;
      const { partition, offset, ...letter } = found;
      place = { partition, offset };
      yield { at: { topic: name, partition, offset }, ...letter };
    }
  }
}
