import {
  encodeEvent,
  type Event,
  eventTimestampMs,
} from "../../shared/events/event.ts";
import { elementSetRecorded } from "../../shared/events/element_set_recorded.ts";
import type { TopicSatellites } from "../../shared/events/event_source.ts";
import {
  positionsRecorded,
  type RecordedPosition,
} from "../../shared/events/positions_recorded.ts";
import type {
  LogRecord,
  RecordBatch,
} from "../../shared/event_log/event_log.ts";
import {
  contentChecksums,
  type HourChecksum,
} from "../../shared/projection/content_checksum.ts";
import {
  type Projection,
  projectionOf,
} from "../../shared/projection/projection.ts";
import { readPositions } from "../../shared/projection/read_positions.ts";
import { readRecordings } from "../../shared/projection/recordings.ts";
import { createProjection } from "../../shared/projection/schema.ts";
import type { Sqlite } from "../../shared/sqlite.ts";
import { findBundled } from "../../tle/bundled_elements.ts";
import { applyBatch } from "../apply_batch.ts";
import { ChangeSet } from "../writing/change_set.ts";
import { ProjectionWriter } from "../writing/projection_writer.ts";

/** When everything is recorded, if nothing else is said. */
export const NOW_MS = Date.parse("2026-08-21T14:00:00Z");

/** Counters of a partition and of its topic, as the invariants speak of them. */
export interface Counters {
  readonly topic: string;
  readonly partition: number;
  readonly nextOffset: number;
  readonly recordsRead: number;
  readonly recordsApplied: number;
  readonly positionsDecoded: number;
  readonly halted: string | null;
}

/** A projection in memory, to which records are applied as the projector does. */
export class GivenProjection implements Disposable {
  readonly db: Sqlite;
  readonly projection: Projection;
  writer: ProjectionWriter;
  topicSatellites: TopicSatellites = new Map();

  constructor(topics: readonly string[] = ["*_topic", "element_sets"]) {
    const identity = { id: "test", createdMs: 0 };
    this.db = createProjection(":memory:", identity);
    this.projection = projectionOf(this.db);
    this.writer = new ProjectionWriter(this.db, topics);
  }

  /** Applies batches and commits them together; returns the revision. */
  apply(batches: readonly RecordBatch[], nowMs = NOW_MS): number {
    const changes = new ChangeSet();
    const next = new Map(
      this.writer.checkpoints().map((c) => [
        `${c.topic}/${c.partition}`,
        c.nextOffset,
      ]),
    );
    for (const batch of batches) {
      const key = `${batch.topic}/${batch.partition}`;
      next.set(
        key,
        applyBatch(changes, batch, {
          nextOffset: next.get(key) ?? 0,
          topicSatellites: this.topicSatellites,
        }),
      );
    }
    return this.writer.commit(changes.take(), nowMs);
  }

  /** As at the next start, with these patterns. */
  openAgain(topics: readonly string[]): void {
    this.writer = new ProjectionWriter(this.db, topics);
  }

  /** The latitude that is read of TERRA at its time, which tells the winner. */
  latitudeE6(): number {
    const recordings = readRecordings(this.projection).get(terra.noradId)!;
    const range = { fromMs: terra.timeMs, toMs: terra.timeMs + 1, limit: 9 };
    const { latitudeE6 } = readPositions(this.projection, recordings, range);
    if (latitudeE6.length !== 1) throw new Error("there must be one position");
    return latitudeE6[0]!;
  }

  checksums(): HourChecksum[] {
    return [...contentChecksums(this.projection)];
  }

  counters(): Counters[] {
    return this.rows(`
      SELECT name AS topic, partition, next_offset AS nextOffset,
        records_read AS recordsRead, records_applied AS recordsApplied,
        positions_decoded AS positionsDecoded, halted
      FROM checkpoints JOIN topics ON ref = topic_ref
      ORDER BY name, partition`);
  }

  rows<T>(sql: string): T[] {
    return this.db.prepare<[], T>(sql).all();
  }

  /** Asserts invariant 1 in full. */
  requireAllAccountedFor(): void {
    requireAllAccountedFor(this.db);
  }

  [Symbol.dispose](): void {
    this.db.close();
  }
}

/**
 * Invariant 1: records read = applied + dead letters, for each partition;
 * positions decoded = stored + superseded, for each topic; and what the
 * recordings count is there.
 */
export function requireAllAccountedFor(db: Sqlite): void {
  const faults = db.prepare(`
    SELECT 'records' AS what, topic_ref, partition, records_read AS expected,
      records_applied + (SELECT count(*) FROM dead_letters AS d
        WHERE (d.topic_ref, d.partition) = (c.topic_ref, c.partition)) AS found
    FROM checkpoints AS c WHERE expected <> found`).all();
  const stored = [...contentChecksums(projectionOf(db))];
  const count = (wanted: { topic: string; noradId?: number }) =>
    stored.filter(({ topic, noradId }) =>
      topic === wanted.topic && noradId === (wanted.noradId ?? noradId)
    ).reduce((sum, hour) => sum + hour.count, 0);
  const topics = db.prepare<[], { topic: string; accounted: number }>(`
    SELECT name AS topic, (
      SELECT coalesce(sum(positions_decoded), 0) FROM checkpoints
      WHERE topic_ref = ref) - positions_superseded AS accounted FROM topics`);
  for (const topic of topics.all()) {
    if (topic.accounted !== count(topic)) faults.push(topic);
  }
  const recordings = db.prepare<
    [],
    { topic: string; noradId: number; samples: number }
  >(`
    SELECT topics.name AS topic, norad_id AS noradId, samples
    FROM recordings JOIN topics ON ref = topic_ref`);
  for (const recording of recordings.all()) {
    if (recording.samples !== count(recording)) faults.push(recording);
  }
  if (faults.length > 0) {
    throw new Error(`Invariant 1 does not hold: ${JSON.stringify(faults)}`);
  }
}

export const terra: RecordedPosition = {
  noradId: 25994,
  name: "TERRA",
  timeMs: NOW_MS,
  latitudeDeg: 10,
  longitudeDeg: 20,
  altitudeKm: 700,
  elementSetId: "3f2a9c41d07b",
  origin: "live",
};

/** As the article's producer sends it, without a key. */
export const ARTICLE_MESSAGE = '{"lon": 20.12345678, "lat": 10.5, ' +
  '"alt": 700.00004, "time": "2026-08-21 17:00:00.123456"}';

/** An event of positions like TERRA's, each with what is said of it. */
export function positions(
  ...changes: readonly Partial<RecordedPosition>[]
): Event {
  return positionsRecorded(changes.map((change) => ({ ...terra, ...change })));
}

/** An event of TERRA's element set, the same but for where it came from. */
export function elementSet(source: string, timeMs: number): Event {
  return elementSetRecorded(findBundled("TERRA")!, { source, timeMs });
}

/** A record of an event, or of anything else. */
export function recordOf(
  offset: number,
  value: Event | string | Uint8Array | null,
): LogRecord {
  if (value === null || value instanceof Uint8Array) {
    return { offset, key: null, value, timestampMs: 0 };
  }
  return typeof value === "string"
    ? { offset, key: "garbage", value: encoder.encode(value), timestampMs: 1 }
    : {
      offset,
      key: null,
      value: encodeEvent(value),
      timestampMs: eventTimestampMs(value),
    };
}

/** A batch of records with consecutive offsets. */
export function batchOf(
  where: string,
  firstOffset: number,
  values: readonly (Event | string | Uint8Array | null)[],
): RecordBatch {
  const [topic, partition = "0"] = where.split("/");
  const records = values.map((value, i) => recordOf(firstOffset + i, value));
  return {
    kind: "records",
    topic: topic!,
    partition: Number(partition),
    records,
  };
}

const encoder = new TextEncoder();
