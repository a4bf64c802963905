import { preparedOnce } from "../sqlite.ts";
import type { PositionReader } from "./store/position_reader.ts";
import type { Projection } from "./projection.ts";
import type { StoredHour, StoreKey } from "./store/stored_hour.ts";
import type { TimeRangeMs } from "./time_range.ts";

/** What one topic holds of one satellite. */
export interface Recording extends StoreKey {
  readonly topic: string;
  readonly name: string;
  readonly firstMs: number;
  readonly lastMs: number;
  readonly samples: number;
}

const RECORDINGS = `
  SELECT norad_id AS noradId, topic_ref AS topicRef, topics.name AS topic,
    recordings.name, first_ms AS firstMs, last_ms AS lastMs, samples
  FROM recordings JOIN topics ON ref = topic_ref`;
const IN_ORDER = "ORDER BY norad_id, preference, topics.name";

const allRecordings = preparedOnce((db) =>
  db.prepare<[], Recording>(`${RECORDINGS} ${IN_ORDER}`)
);

const someRecordings = preparedOnce((db) =>
  db.prepare<[string], Recording>(`${RECORDINGS}
    WHERE norad_id IN (SELECT value FROM json_each(?)) ${IN_ORDER}`)
);

/**
 * Recordings by satellite, in order of number, preferred topics first: all of
 * them, or those of some satellites, as far as there are any. A thousand take
 * some 3 ms: many are read in parts.
 */
export function readRecordings(
  { db }: Projection,
  noradIds?: readonly number[],
): Map<number, Recording[]> {
  const rows = noradIds === undefined
    ? allRecordings(db).all()
    : someRecordings(db).all(JSON.stringify(noradIds));
  return Map.groupBy(rows, ({ noradId }) => noradId);
}

const recordedNoradIds = preparedOnce((db) =>
  db.prepare<[number], number>(`
    SELECT DISTINCT norad_id FROM recordings WHERE revision > +?
    ORDER BY norad_id`).pluck()
);

/**
 * The satellites of which anything was recorded, in order of number; of the
 * whole sky it takes some 2 ms.
 *
 * @param afterRevision Only those that a later commit has written.
 */
export function readNoradIds(
  { db }: Projection,
  afterRevision = -1,
): number[] {
  return recordedNoradIds(db).all(afterRevision);
}

const repeatedNoradIds = preparedOnce((db) =>
  db.prepare<[], number>(`
    SELECT norad_id FROM recordings GROUP BY norad_id HAVING count(*) > 1`)
    .pluck()
);

/** The satellites that several topics hold. */
export function onSeveralTopics({ db }: Projection): number[] {
  return repeatedNoradIds(db).all();
}

const allPreferences = preparedOnce((db) =>
  db.prepare<[], [ref: number, preference: number]>(
    "SELECT ref, preference FROM topics",
  ).raw()
);

/** Of each topic, by its number, how it is preferred: a smaller one is. */
export function readPreferences({ db }: Projection): Map<number, number> {
  return new Map(allPreferences(db).all());
}

/**
 * The hours of one satellite, in order, that a range touches: each of them
 * from the first topic, in the order given, that holds anything of it. Hours
 * are whole hours UTC, also where the range cuts them, so that the answer for
 * an instant does not depend on the range asked for.
 */
export function* recordedHours(
  { positions }: Projection,
  recordings: readonly Recording[],
  range: TimeRangeMs,
): Generator<StoredHour> {
  const topics = recordings.map((key) => positions.hours(key, range));
  const [only] = topics;
  if (only !== undefined && topics.length === 1) return yield* only;
  const next = topics.map((hours) => hours.next());
  for (;;) {
    const fromMs = next.reduce(
      (least, { value }) => Math.min(least, value?.fromMs ?? Infinity),
      Infinity,
    );
    if (fromMs === Infinity) return;
    yield next.find(({ value }) => value?.fromMs === fromMs)!.value!;
    next.forEach(({ value }, i) => {
      if (value?.fromMs === fromMs) next[i] = topics[i]!.next();
    });
  }
}

/** The recording from which an hour is read, if any holds anything of it. */
export function recordingOfHour(
  positions: PositionReader,
  recordings: readonly Recording[],
  hour: TimeRangeMs,
): Recording | undefined {
  return recordings.find((key) => !positions.hours(key, hour).next().done);
}

/** The last time before an instant that is read, of whichever topic. */
export function lastTimeBefore(
  projection: Projection,
  recordings: readonly Recording[],
  timeMs: number,
): number | null {
  const { positions } = projection;
  for (let beforeMs = timeMs;;) {
    const hours = recordings.flatMap((key) =>
      positions.lastHour(key, beforeMs) ?? []
    );
    if (hours.length === 0) return null;
    const lastMs = Math.max(...hours.map(({ fromMs }) => fromMs));
    // The first is of the preferred topic.
    const hour = hours.find(({ fromMs }) => fromMs === lastMs)!;
    // It may hold something of that hour, but only later than the instant.
    const [found] = positions.lastTimesMs(hour, timeMs, 1);
    if (found !== undefined) return found;
    beforeMs = lastMs;
  }
}

/** The first time from an instant on that is read, of whichever topic. */
export function firstTimeFrom(
  projection: Projection,
  recordings: readonly Recording[],
  timeMs: number,
): number | null {
  const range = { fromMs: timeMs, toMs: Number.MAX_SAFE_INTEGER };
  for (const hour of recordedHours(projection, recordings, range)) {
    const known = hour.sealed?.firstMs ?? -1;
    if (known >= timeMs) return known;
    const [found] = projection.positions.positions(hour, range, 1).timeMs;
    if (found !== undefined) return found;
  }
  return null;
}
