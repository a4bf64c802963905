import type { Sqlite } from "../../sqlite.ts";
import { MAX_ROW_BYTES, MAX_ROW_RECORDS } from "./sqlite_append.ts";
import type { OffsetRange, PartitionKey } from "./sqlite_partitions.ts";

/**
 * Consecutive rows of a partition that fit into one row, and the next does
 * not: nothing that is appended later changes which rows these are.
 */
export interface Run extends PartitionKey {
  readonly firstOffset: number;
  readonly endOffset: number;
  readonly rows: RunRows;
}

/** What is known of the rows of a run together. */
export interface RunRows {
  /** Of the row that comes first. */
  readonly sequence: number;
  readonly count: number;
  readonly recordCount: number;
  /** Before they were packed, if they are. */
  readonly byteCount: number;
  /** As they are stored. */
  readonly storedBytes: number;
  /** The last row's. */
  readonly latestTimestampMs: number;
  readonly appendedMs: number;
}

/** What is to be stored in place of a run. */
export interface PackedRow {
  readonly frame: Uint8Array;
  /** Of the frame before it was packed. */
  readonly byteCount: number;
}

interface RowSize {
  readonly first_offset: number;
  readonly record_count: number;
  readonly byte_count: number;
}

/** What packing asks of one log file and writes to it. */
export type PackingQueries = ReturnType<typeof createPackingQueries>;

export function createPackingQueries(db: Sqlite) {
  const appends = "FROM appends WHERE topic_id = +? AND partition = +?";
  const run = `${appends} AND first_offset >= ? AND first_offset < ?`;
  const sizes = db.prepare(
    `SELECT first_offset, record_count, byte_count ${appends}
     AND first_offset >= ? ORDER BY first_offset LIMIT ${MAX_ROW_RECORDS + 1}`,
  );
  const rows = db.prepare(
    `SELECT min(sequence) AS sequence, count(*) AS count,
       sum(record_count) AS recordCount, sum(byte_count) AS byteCount,
       sum(length(frame)) AS storedBytes,
       max(latest_timestamp_ms) AS latestTimestampMs,
       max(appended_ms) AS appendedMs ${run}`,
  );
  const frames = db.prepare(
    `SELECT frame ${run} ORDER BY first_offset`,
  ).pluck();
  const packedAt = db.prepare(
    `SELECT first_offset, record_count, length(frame) < byte_count AS is_packed
     ${appends} AND first_offset <= ? ORDER BY first_offset DESC LIMIT 1`,
  );
  const remove = db.prepare(`DELETE ${run}`);
  const add = db.prepare(`
    INSERT INTO appends (sequence, topic_id, partition, first_offset,
      record_count, byte_count, latest_timestamp_ms, appended_ms, frame)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const freePages = db.prepare("PRAGMA freelist_count").pluck();
  const canShrink = db.pragma("auto_vacuum", { simple: true }) === 2;

  /**
   * An offset that has nothing packed behind it and nothing loose before it,
   * found by halving, as rows are packed in order. (A row that gets no smaller
   * stays as it is; then it may be too early, which costs only time.)
   */
  function findFirstLoose(key: PartitionKey, range: OffsetRange): number {
    const { topicId, partition } = key;
    let [low, high] = [range.firstOffset, range.endOffset];
    while (low < high) {
      const middle = low + Math.floor((high - low) / 2);
      const row = packedAt.get(topicId, partition, middle) as
        & RowSize
        & { readonly is_packed: number };
      if (row.is_packed) low = row.first_offset + row.record_count;
      else high = row.first_offset;
    }
    return low;
  }

  /** The run that begins at an offset; null where it is not complete yet. */
  function findRun(key: PartitionKey, firstOffset: number): Run | null {
    const { topicId, partition } = key;
    const endOffset = findRunEnd(
      sizes.all(topicId, partition, firstOffset) as RowSize[],
    );
    if (endOffset === null) return null;
    const where = { topicId, partition, firstOffset, endOffset };
    return { ...where, rows: describeRows(where) };
  }

  function describeRows(run: Omit<Run, "rows">): RunRows {
    return rows.get(...boundsOf(run)) as RunRows;
  }

  function readFrames(run: Run): Uint8Array[] {
    return frames.all(...boundsOf(run)) as Uint8Array[];
  }

  /** False if the rows are not those any more that were looked at. */
  function replaceRun(run: Run, packed: PackedRow): boolean {
    const { topicId, partition, firstOffset, rows } = run;
    const now = describeRows(run);
    const isAsBefore = now.sequence === rows.sequence &&
      now.count === rows.count && now.storedBytes === rows.storedBytes;
    if (!isAsBefore) return false;
    remove.run(...boundsOf(run));
    add.run(
      rows.sequence,
      topicId,
      partition,
      firstOffset,
      rows.recordCount,
      packed.byteCount,
      rows.latestTimestampMs,
      rows.appendedMs,
      packed.frame,
    );
    return true;
  }

  /** Gives pages back to the file system that nothing uses, at most so many. */
  function shrink(pages: number): void {
    if (!canShrink || Number(freePages.get()) === 0) return;
    db.exec(`PRAGMA incremental_vacuum(${pages})`);
  }

  return {
    findFirstLoose,
    findRun: db.transaction(findRun),
    readFrames,
    replaceRun: db.transaction(replaceRun).immediate,
    shrink,
  };
}

function findRunEnd(sizes: readonly RowSize[]): number | null {
  let [records, bytes] = [0, 0];
  for (const [i, size] of sizes.entries()) {
    records += size.record_count;
    bytes += size.byte_count;
    const isOver = records > MAX_ROW_RECORDS || bytes > MAX_ROW_BYTES;
    if (i > 0 && isOver) return size.first_offset;
    if (records >= MAX_ROW_RECORDS || bytes >= MAX_ROW_BYTES) {
      return size.first_offset + size.record_count;
    }
  }
  return null;
}

function boundsOf(run: Omit<Run, "rows">): [number, number, number, number] {
  return [run.topicId, run.partition, run.firstOffset, run.endOffset];
}
