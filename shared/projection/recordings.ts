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

const allRecordings = preparedOnce((db) =>
  db.prepare<[], Recording>(`
    SELECT norad_id AS noradId, topic_ref AS topicRef, topics.name AS topic,
      recordings.name, first_ms AS firstMs, last_ms AS lastMs, samples
    FROM recordings JOIN topics ON ref = topic_ref
    ORDER BY norad_id, preference, topics.name`)
);

/** All recordings by satellite, preferred topics first. */
export function readRecordings(
  { db }: Projection,
): Map<number, Recording[]> {
  const rows = allRecordings(db).all();
  return Map.groupBy(rows, ({ noradId }) => noradId);
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
