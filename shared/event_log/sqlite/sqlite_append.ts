import type { Sqlite } from "../../sqlite.ts";
import { encodeAppend } from "./append_codec.ts";
import type { NewRecord } from "../event_log.ts";

/**
 * A row holds at most about so much, so that a reader never has more than
 * this to decode in one go; a larger append takes several rows.
 */
export const MAX_ROW_RECORDS = 2_000;
export const MAX_ROW_BYTES = 1_048_576;

/** The embedded log gives every topic a single partition. */
const PARTITION = 0;

/** One row to be, encoded before the transaction begins. */
export interface AppendRow {
  readonly frame: Uint8Array;
  readonly recordCount: number;
  readonly largestTimestampMs: number;
}

export function encodeAppendRows(records: readonly NewRecord[]): AppendRow[] {
  return splitAppend(records).map((part) => ({
    frame: encodeAppend(part),
    recordCount: part.length,
    largestTimestampMs: part.reduce(
      (largest, { timestampMs }) => Math.max(largest, timestampMs),
      0,
    ),
  }));
}

function splitAppend(records: readonly NewRecord[]): NewRecord[][] {
  const parts: NewRecord[][] = [];
  let part: NewRecord[] = [];
  let bytes = 0;
  for (const record of records) {
    const isFull = part.length === MAX_ROW_RECORDS ||
      bytes + record.value.length > MAX_ROW_BYTES;
    if (part.length > 0 && isFull) {
      parts.push(part);
      part = [];
      bytes = 0;
    }
    part.push(record);
    bytes += record.value.length;
  }
  if (part.length > 0) parts.push(part);
  return parts;
}

export type AppendWriter = (
  topic: string,
  rows: readonly AppendRow[],
  nowMs: number,
) => void;

interface LastAppend {
  readonly end_offset: number;
  readonly latest_timestamp_ms: number;
}

/**
 * Makes what writes the rows of one append in one transaction, which gives
 * them their offsets: the write lock makes appenders take turns, so no other
 * can be given the same.
 */
export function createAppendWriter(db: Sqlite): AppendWriter {
  const begin = db.prepare("BEGIN IMMEDIATE");
  const commit = db.prepare("COMMIT");
  const rollback = db.prepare("ROLLBACK");
  const findTopic = db.prepare("SELECT id FROM topics WHERE name = ?").pluck();
  const addTopic = db.prepare(
    "INSERT INTO topics (name, partitions) VALUES (?, 1) RETURNING id",
  ).pluck();
  const findLast = db.prepare<[number, number]>(`
    SELECT first_offset + record_count AS end_offset, latest_timestamp_ms
    FROM appends WHERE topic_id = +? AND partition = +?
    ORDER BY first_offset DESC LIMIT 1`);
  const addAppend = db.prepare(`
    INSERT INTO appends (topic_id, partition, first_offset, record_count,
      byte_count, latest_timestamp_ms, appended_ms, frame)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)`);

  function addRows(
    topic: string,
    rows: readonly AppendRow[],
    nowMs: number,
  ): void {
    const topicId = Number(findTopic.get(topic) ?? addTopic.get(topic));
    const last = findLast.get(topicId, PARTITION) as LastAppend | undefined;
    let offset = last?.end_offset ?? 0;
    let latestMs = last?.latest_timestamp_ms ?? 0;
    for (const { frame, recordCount, largestTimestampMs } of rows) {
      latestMs = Math.max(latestMs, largestTimestampMs);
      addAppend.run(
        topicId,
        PARTITION,
        offset,
        recordCount,
        frame.length,
        latestMs,
        nowMs,
        frame,
      );
      offset += recordCount;
    }
  }

  return (topic, rows, nowMs) => {
    begin.run();
    try {
      addRows(topic, rows, nowMs);
      commit.run();
    } catch (error) {
      undo();
      throw error;
    }
  };

  // SQLite has often rolled back itself by now (a full disk), and whatever
  // fails here only hides the error that matters: the first one.
  function undo(): void {
    try {
      if (db.inTransaction) rollback.run();
    } catch {
      // The next BEGIN tells.
    }
  }
}
