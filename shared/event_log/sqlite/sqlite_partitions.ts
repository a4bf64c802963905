import type { Sqlite } from "../../sqlite.ts";
import { decodeAppend } from "./append_codec.ts";
import type { LogRecord } from "../event_log.ts";

/** A page has at most so many rows, however small they are. */
const MAX_PAGE_ROWS = 1_000;
/** Large rows fill a page soon: it is not worth looking at more at once. */
const FIRST_LOOK_ROWS = 16;

/**
 * What a page may cost, in bytes; a record counts for 512 more, since making
 * an object of it takes about as long as copying these. It comes to some
 * thousands of records, or some milliseconds.
 */
const MAX_PAGE_COST = 2_097_152;
const RECORD_COST = 512;

/** A topic as the tables have it. */
export interface TopicRow {
  readonly id: number;
  readonly name: string;
  readonly partitions: number;
}

/** One partition, by its topic's number in this file. */
export interface PartitionKey {
  readonly topicId: number;
  readonly partition: number;
}

export interface OffsetRange {
  /** Offset of the first record still held; the end where there is none. */
  readonly firstOffset: number;
  /** Offset that the next record will get. */
  readonly endOffset: number;
}

interface AppendBounds {
  readonly first_offset: number;
  readonly end_offset: number;
}

/** What is asked of one log file about its partitions. */
export type PartitionQueries = ReturnType<typeof createPartitionQueries>;

export function createPartitionQueries(db: Sqlite) {
  const appends = "FROM appends WHERE topic_id = +? AND partition = +?";
  const bounds = "first_offset, first_offset + record_count AS end_offset";
  const topicsAfter = db.prepare(
    "SELECT id, name, partitions FROM topics WHERE id > ? ORDER BY id",
  );
  const first = db.prepare(
    `SELECT ${bounds} ${appends} ORDER BY first_offset LIMIT 1`,
  );
  const last = db.prepare(
    `SELECT ${bounds} ${appends} ORDER BY first_offset DESC LIMIT 1`,
  );
  const appendAt = db.prepare(
    `SELECT ${bounds} ${appends} AND first_offset <= ?
     ORDER BY first_offset DESC LIMIT 1`,
  );
  const timeAt = db.prepare(
    `SELECT ${bounds}, latest_timestamp_ms ${appends} AND first_offset <= ?
     ORDER BY first_offset DESC LIMIT 1`,
  );
  const costs = db.prepare(
    `SELECT byte_count + ${RECORD_COST} * record_count
     ${appends} AND first_offset >= ? ORDER BY first_offset LIMIT +?`,
  ).pluck();
  const frames = db.prepare(
    `SELECT first_offset, frame
     ${appends} AND first_offset >= ? ORDER BY first_offset LIMIT +?`,
  ).raw();

  function listTopics(options: { readonly afterId: number }): TopicRow[] {
    return topicsAfter.all(options.afterId) as TopicRow[];
  }

  function findRange({ topicId, partition }: PartitionKey): OffsetRange {
    const lowest = first.get(topicId, partition) as AppendBounds | undefined;
    const highest = last.get(topicId, partition) as AppendBounds | undefined;
    return {
      firstOffset: lowest?.first_offset ?? 0,
      endOffset: highest?.end_offset ?? 0,
    };
  }

  /** Records from an offset on, a page of them; empty at the end. */
  function readPage(key: PartitionKey, fromOffset: number): LogRecord[] {
    const { topicId, partition } = key;
    const holder = appendAt.get(topicId, partition, fromOffset) as
      | AppendBounds
      | undefined;
    const isInside = holder !== undefined && holder.end_offset > fromOffset;
    const start = isInside ? holder.first_offset : fromOffset;
    const rowCount = countPageRows(key, start);
    if (rowCount === 0) return [];
    const rows = frames.all(topicId, partition, start, rowCount) as [
      number,
      Uint8Array,
    ][];
    const records: LogRecord[] = [];
    for (const [firstOffset, frame] of rows) {
      for (const record of decodeAppend(frame, firstOffset)) {
        if (record.offset >= fromOffset) records.push(record);
      }
    }
    return records;
  }

  function countPageRows(key: PartitionKey, start: number): number {
    const { topicId, partition } = key;
    const find = (limit: number) =>
      countRows(costs.all(topicId, partition, start, limit) as number[]);
    const count = find(FIRST_LOOK_ROWS);
    return count < FIRST_LOOK_ROWS ? count : find(MAX_PAGE_ROWS);
  }

  /** The record at an offset; null where it is not held. */
  function readRecord(key: PartitionKey, offset: number): LogRecord | null {
    return readAppend(key, offset).find((r) => r.offset === offset) ?? null;
  }

  function readAppend(key: PartitionKey, offset: number): LogRecord[] {
    const { topicId, partition } = key;
    const holder = appendAt.get(topicId, partition, offset) as
      | AppendBounds
      | undefined;
    if (holder === undefined || holder.end_offset <= offset) return [];
    const row = frames.get(topicId, partition, holder.first_offset, 1) as
      | [number, Uint8Array]
      | undefined;
    return row === undefined ? [] : decodeAppend(row[1], row[0]);
  }

  /**
   * Offset of the first record of a time or later, found by halving; null
   * where there is none. Where older appends were deleted it may be too early,
   * as the largest timestamp may have been theirs.
   */
  function findOffsetAtTime(key: PartitionKey, timeMs: number): number | null {
    const { topicId, partition } = key;
    const { firstOffset, endOffset } = findRange(key);
    let low = firstOffset;
    let high = endOffset;
    while (low < high) {
      const middle = low + Math.floor((high - low) / 2);
      const append = timeAt.get(topicId, partition, middle) as
        & AppendBounds
        & { readonly latest_timestamp_ms: number };
      if (append.latest_timestamp_ms >= timeMs) high = append.first_offset;
      else low = append.end_offset;
    }
    if (low === endOffset) return null;
    const records = readAppend(key, low);
    return records.find((r) => r.timestampMs >= timeMs)?.offset ?? low;
  }

  // Between two statements another process may pack the rows that the first
  // one spoke of; within a transaction both see the same.
  return {
    listTopics,
    findRange,
    readPage: db.transaction(readPage),
    readRecord: db.transaction(readRecord),
    findOffsetAtTime: db.transaction(findOffsetAtTime),
  };
}

function countRows(costs: readonly number[]): number {
  let total = 0;
  const over = costs.findIndex((cost, i) => {
    total += cost;
    return i > 0 && total > MAX_PAGE_COST;
  });
  return over < 0 ? costs.length : over;
}
