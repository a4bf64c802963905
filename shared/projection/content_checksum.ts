import { type ElementSetId, hourChecksum } from "./hour_checksum.ts";
import type { Projection } from "./projection.ts";
import { readRecordings, type Recording } from "./recordings.ts";

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
  const recordings = [...readRecordings(projection).values()].flat();
  recordings.sort((a, b) =>
    a.noradId - b.noradId || (a.topic < b.topic ? -1 : 1)
  );
  const elementSetId = projection.db.prepare<[number], string>(
    "SELECT id FROM element_set_refs WHERE ref = +?",
  ).pluck();
  for (const recording of recordings) {
    yield* checksumsOf(
      projection,
      recording,
      (ref) => elementSetId.get(ref) ?? null,
    );
  }
}

function* checksumsOf(
  { positions }: Projection,
  recording: Recording,
  elementSetId: ElementSetId,
): Generator<HourChecksum> {
  const { noradId, topic, firstMs, lastMs } = recording;
  const range = { fromMs: firstMs, toMs: lastMs + 1 };
  for (const hour of positions.hours(recording, range)) {
    const content = positions.content(hour);
    const checksum = hourChecksum(content, elementSetId);
    const count = content.timeMs.length;
    yield { noradId, topic, hourMs: hour.fromMs, count, checksum };
  }
}
