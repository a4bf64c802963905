import type {
  PositionReader,
  StoreKey,
  TimeRangeMs,
} from "./position_store.ts";
import type { Projection } from "./projection.ts";

const HOUR_MS = 3_600_000;

/** What one topic holds of one satellite. */
export interface Recording extends StoreKey {
  readonly topic: string;
  readonly name: string;
  readonly firstMs: number;
  readonly lastMs: number;
  readonly samples: number;
}

/** A stretch of time in which positions are read from one topic. */
export interface Stretch extends TimeRangeMs {
  readonly recording: Recording;
}

/** All recordings by satellite, preferred topics first. */
export function readRecordings(
  { db }: Projection,
): Map<number, Recording[]> {
  const rows = db.prepare<[], Recording>(`
    SELECT norad_id AS noradId, topic_ref AS topicRef, topics.name AS topic,
      recordings.name, first_ms AS firstMs, last_ms AS lastMs, samples
    FROM recordings JOIN topics ON ref = topic_ref
    ORDER BY norad_id, preference, topics.name`).all();
  return Map.groupBy(rows, ({ noradId }) => noradId);
}

/**
 * Says from which topic each part of a range is read: hour by hour from the
 * first one, in the order given, that holds anything of that hour. Hours are
 * whole hours UTC, also where the range cuts them, so that the answer for an
 * instant does not depend on the range asked for. Hours without anything are
 * left out.
 */
export function* stretches(
  { positions }: Projection,
  recordings: readonly Recording[],
  range: TimeRangeMs,
): Generator<Stretch> {
  const [only] = recordings;
  if (only !== undefined && recordings.length === 1) {
    const fromMs = Math.max(range.fromMs, only.firstMs);
    const toMs = Math.min(range.toMs, only.lastMs + 1);
    if (fromMs < toMs) yield { fromMs, toMs, recording: only };
    return;
  }
  const { toMs } = range;
  for (let fromMs = range.fromMs;;) {
    const next = recordings.flatMap((key) =>
      positions.timesMs(key, { fromMs, toMs }, 1)
    );
    if (next.length === 0) return;
    const hour = hourOf(Math.min(...next));
    const recording = recordingOfHour(positions, recordings, hour)!;
    const endMs = Math.min(hour.toMs, toMs);
    yield { fromMs: Math.max(fromMs, hour.fromMs), toMs: endMs, recording };
    fromMs = endMs;
  }
}

/** The last time before an instant that is read, of whichever topic. */
export function lastTimeBefore(
  { positions }: Projection,
  recordings: readonly Recording[],
  timeMs: number,
): number | null {
  for (let toMs = timeMs;;) {
    const last = recordings.flatMap((key) =>
      positions.lastTimesMs(key, { fromMs: 0, toMs }, 1)
    );
    if (last.length === 0) return null;
    const hour = hourOf(Math.max(...last));
    const recording = recordingOfHour(positions, recordings, hour)!;
    // It may hold something of that hour, but only later than the instant.
    const [found] = positions.lastTimesMs(
      recording,
      { fromMs: hour.fromMs, toMs: Math.min(hour.toMs, toMs) },
      1,
    );
    if (found !== undefined) return found;
    toMs = hour.fromMs;
  }
}

/** The whole hour UTC that holds an instant. */
export function hourOf(timeMs: number): TimeRangeMs {
  const fromMs = Math.floor(timeMs / HOUR_MS) * HOUR_MS;
  return { fromMs, toMs: fromMs + HOUR_MS };
}

/** The recording from which an hour is read, if any holds anything of it. */
export function recordingOfHour(
  positions: PositionReader,
  recordings: readonly Recording[],
  hour: TimeRangeMs,
): Recording | undefined {
  return recordings.find((key) => positions.timesMs(key, hour, 1).length > 0);
}
