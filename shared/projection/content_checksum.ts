import { preparedOnce } from "../sqlite.ts";
import { type ElementSetId, hourChecksum } from "./hour_checksum.ts";
import type { HourColumns } from "./hour_columns.ts";
import type { Projection } from "./projection.ts";
import { readRecordings, type Recording } from "./recordings.ts";
import type { StoredHour } from "./store/stored_hour.ts";

/** What an hour of one satellite on one topic holds, in short. */
export interface HourChecksum {
  readonly noradId: number;
  readonly topic: string;
  /** Begin of the hour, in ms since 1970, UTC. */
  readonly hourMs: number;
  readonly count: number;
  /** 16 hex digits; the same for the same positions in whatever order. */
  readonly checksum: string;
}

const elementSetIds = preparedOnce((db) =>
  db.prepare<[number], string>(
    "SELECT id FROM element_set_refs WHERE ref = +?",
  ).pluck()
);

/** The ids of the element sets that a projection speaks of by number. */
export function elementSetIdOf({ db }: Projection): ElementSetId {
  return (ref) => elementSetIds(db).get(ref) ?? null;
}

/** The checksum of what an hour of a projection holds. */
export function checksumOf(
  projection: Projection,
  content: HourColumns,
): string {
  return hourChecksum(content, elementSetIdOf(projection));
}

/** An hour of which something is stored, with the name of its topic. */
export interface NamedHour {
  readonly topic: string;
  readonly hour: StoredHour;
}

/** All hours, in order of satellite, name of the topic, and time. */
export function* allHours(projection: Projection): Generator<NamedHour> {
  const recordings = [...readRecordings(projection).values()].flat();
  recordings.sort((a, b) =>
    a.noradId - b.noradId || (a.topic < b.topic ? -1 : 1)
  );
  for (const recording of recordings) yield* hoursOf(projection, recording);
}

function* hoursOf(
  { positions }: Projection,
  recording: Recording,
): Generator<NamedHour> {
  const { topic, firstMs, lastMs } = recording;
  const range = { fromMs: firstMs, toMs: lastMs + 1 };
  for (const hour of positions.hours(recording, range)) yield { topic, hour };
}

/**
 * Sums up all positions of a projection, computed from what is stored now, in
 * order of satellite, name of the topic and hour: two projections of one log
 * give the same. Each hour is a query of its own: for one state of a database
 * that is being written, read inside a transaction.
 *
 * @throws {DamagedHour} If one cannot be read.
 */
export function* contentChecksums(
  projection: Projection,
): Generator<HourChecksum> {
  for (const { topic, hour } of allHours(projection)) {
    const content = projection.positions.content(hour);
    yield {
      noradId: hour.noradId,
      topic,
      hourMs: hour.fromMs,
      count: content.timeMs.length,
      checksum: checksumOf(projection, content),
    };
  }
}
