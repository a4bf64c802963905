import assert from "node:assert/strict";
import { checksumsOfLog } from "../projector/testdata/clean_projection.ts";
import { requireAllAccountedFor } from "../projector/testdata/given_projection.ts";
import { openEventLog } from "../shared/event_log/open_event_log.ts";
import type { LogRecord } from "../shared/event_log/event_log.ts";
import { DecodeError } from "../shared/events/decode_error.ts";
import { decodeEvent } from "../shared/events/event.ts";
import { eventSource } from "../shared/events/event_source.ts";
import { sampleCount } from "../shared/events/positions_recorded.ts";
import {
  contentChecksums,
  type HourChecksum,
} from "../shared/projection/content_checksum.ts";
import { projectionOf } from "../shared/projection/projection.ts";
import { readProjectionLink } from "../shared/projection/projection_link.ts";
import { openSqlite, type Sqlite } from "../shared/sqlite.ts";
import type { RunningServices } from "./running_services.ts";

/** What became of the records of one partition, or must have. */
interface PartitionCounts {
  readonly topic: string;
  readonly partition: number;
  readonly records: number;
  readonly applied: number;
  readonly positions: number;
}

/** What a log holds and a projection made of it, in all. */
export interface Compared {
  readonly records: number;
  readonly deadLetters: number;
  readonly positions: number;
  readonly superseded: number;
}

/**
 * Waits until a projection holds all of a log that nobody appends to, and
 * fails unless each record was applied once or is a dead letter (invariant 1)
 * and the log projected in one go gives the same (invariant 2).
 */
export async function compareWithLog(
  services: Pick<RunningServices, "eventLog" | "link" | "waitFor">,
): Promise<Compared> {
  const { eventLog, link } = services;
  const expected = await countLog(eventLog);
  const records = sum(expected.map((each) => each.records));
  await services.waitFor(
    `${records} records to be read`,
    () =>
      sum(readProjection(link, readCounts).map((c) => c.records)) >=
        records,
    120_000,
  );
  const { counts, stored } = readProjection(link, (db) => {
    requireAllAccountedFor(db);
    const stored: HourChecksum[] = [...contentChecksums(projectionOf(db))];
    return { counts: readCounts(db), stored };
  });
  assert.deepEqual(counts, expected);
  assert.deepEqual(stored, await checksumsOfLog(eventLog));
  const positions = sum(stored.map(({ count }) => count));
  return {
    records,
    deadLetters: records - sum(counts.map(({ applied }) => applied)),
    positions,
    superseded: sum(counts.map((each) => each.positions)) - positions,
  };
}

/** Opens the projection in use behind a link, to read it. */
export function readProjection<T>(link: string, read: (db: Sqlite) => T): T {
  const db = openSqlite(readProjectionLink(link)!, { readonly: true });
  try {
    return db.transaction(() => read(db))();
  } finally {
    db.close();
  }
}

function readCounts(db: Sqlite): PartitionCounts[] {
  return db.prepare<[], PartitionCounts>(`
    SELECT name AS topic, partition, records_read AS records,
      records_applied AS applied, positions_decoded AS positions
    FROM checkpoints JOIN topics ON ref = topic_ref
    WHERE records_read > 0 ORDER BY name, partition`).all();
}

/** Counts by reading the log, which the projector has no part in. */
async function countLog(eventLog: string): Promise<PartitionCounts[]> {
  const counts = new Map<string, PartitionCounts>();
  const log = await openEventLog(eventLog);
  const topics = ["*_topic", "element_sets"];
  for await (const result of log.read({ topics, until: "end" })) {
    if (result.kind !== "records") throw new Error(result.reason);
    const { topic, partition, records } = result;
    const key = `${topic}/${partition}`;
    const before = counts.get(key) ??
      { topic, partition, records: 0, applied: 0, positions: 0 };
    const decoded = records.map((record) => countPositions(record, topic))
      .filter((count) => count !== null);
    counts.set(key, {
      ...before,
      records: before.records + records.length,
      applied: before.applied + decoded.length,
      positions: before.positions + sum(decoded),
    });
  }
  await log.close();
  return [...counts.values()].sort((a, b) =>
    a.topic < b.topic ? -1 : a.topic > b.topic ? 1 : a.partition - b.partition
  );
}

/** Null where it is no event. */
function countPositions(record: LogRecord, topic: string): number | null {
  try {
    const event = decodeEvent(record, eventSource(topic, new Map()));
    return event.type === "PositionsRecorded" ? sampleCount(event) : 0;
  } catch (error) {
    if (error instanceof DecodeError) return null;
    throw error;
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}
