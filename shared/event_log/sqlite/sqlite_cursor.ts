import { checkPartition } from "../check_partition.ts";
import type { Checkpoint, PartitionHalted, RecordBatch } from "../event_log.ts";
import { hashRecord } from "../hash_record.ts";
import type { PartitionKey, PartitionQueries } from "./sqlite_partitions.ts";

/** A partition by both of its topic's names. */
export interface NamedPartition extends PartitionKey {
  readonly topic: string;
}

/** Where the reading of a partition begins. */
export interface CursorStart {
  readonly checkpoint: Checkpoint | undefined;
  readonly fromTimeMs: number | undefined;
  /** The first offset that is not wanted; infinity for none. */
  readonly endOffset: number;
}

/** How far one partition has been read. */
export interface Cursor extends NamedPartition {
  readonly fromTimeMs: number;
  readonly endOffset: number;
  /** Null as long as no record is as late as `fromTimeMs`. */
  nextOffset: number | null;
  /** Whether there was no more when it was looked at last. */
  isAtEnd: boolean;
}

/** A cursor at the start, if the partition can be read from there. */
export function openCursor(
  queries: PartitionQueries,
  where: NamedPartition,
  start: CursorStart,
): Cursor | PartitionHalted {
  const { checkpoint, fromTimeMs, endOffset } = start;
  const cursor = { ...where, endOffset, isAtEnd: false };
  if (checkpoint !== undefined) {
    const { nextOffset } = checkpoint;
    const last = nextOffset === 0
      ? null
      : queries.readRecord(where, nextOffset - 1);
    const halted = checkPartition(checkpoint, {
      ...queries.findRange(where),
      lastRecordHash: last && hashRecord(last),
    });
    return halted ?? { ...cursor, nextOffset, fromTimeMs: 0 };
  }
  if (fromTimeMs !== undefined) {
    return { ...cursor, nextOffset: null, fromTimeMs };
  }
  const { firstOffset } = queries.findRange(where);
  return { ...cursor, nextOffset: firstOffset, fromTimeMs: 0 };
}

/** The next page of a partition, and the cursor behind it; null at its end. */
export function readCursor(
  queries: PartitionQueries,
  cursor: Cursor,
): RecordBatch | null {
  cursor.nextOffset ??= queries.findOffsetAtTime(cursor, cursor.fromTimeMs);
  const { topic, partition, nextOffset, endOffset } = cursor;
  const page = nextOffset === null || nextOffset >= endOffset
    ? []
    : queries.readPage(cursor, nextOffset);
  const records = page.filter(({ offset }) => offset < endOffset);
  const last = records.at(-1);
  cursor.isAtEnd = last === undefined;
  if (last === undefined) return null;
  cursor.nextOffset = last.offset + 1;
  return { kind: "records", topic, partition, records };
}
