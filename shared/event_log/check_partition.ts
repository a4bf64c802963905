import type { Checkpoint, PartitionHalted } from "./event_log.ts";

/** What a log holds of one partition, as far as a checkpoint is concerned. */
export interface PartitionState {
  /** Offset of the first record still held. */
  readonly firstOffset: number;
  /** Offset that the next record will get. */
  readonly endOffset: number;
  /**
   * `hashRecord` of the record just before the checkpoint's offset; null
   * where the log does not hold that record any more.
   */
  readonly lastRecordHash: string | null;
}

/**
 * Tells whether a partition can be read on from a checkpoint.
 *
 * @param state Null where the log has no such partition.
 * @returns Null where it can; otherwise what a reader is to be told.
 */
export function checkPartition(
  checkpoint: Checkpoint,
  state: PartitionState | null,
): PartitionHalted | null {
  const { topic, partition, nextOffset } = checkpoint;
  const fault = findFault(checkpoint, state);
  if (fault === null) return null;
  return {
    kind: "halted",
    topic,
    partition,
    reason: `Cannot read ${topic}/${partition} on from offset ${nextOffset} ` +
      `as ${fault}. It was not read from another offset instead: bring back ` +
      `the log that the checkpoint speaks of; or stop the projector, delete ` +
      `the projection, and start it again, to make it from the log as it is.`,
  };
}

function findFault(
  checkpoint: Checkpoint,
  state: PartitionState | null,
): string | null {
  const { nextOffset, lastRecordHash } = checkpoint;
  if (state === null) {
    return nextOffset === 0
      ? null
      : "the log must reach that far: it has no such topic or partition " +
        "(deleted, or another log)";
  }
  if (state.endOffset < nextOffset) {
    return `the log must reach that far: it ends at offset ${state.endOffset} ` +
      `(deleted and made again, cut off, or another log)`;
  }
  if (state.firstOffset > nextOffset) {
    return `the log must still hold that record: it begins at offset ` +
      `${state.firstOffset} (older records were deleted)`;
  }
  // Without both hashes the identity cannot be told, and nothing speaks
  // against it: retention may have taken the record that was applied last.
  if (lastRecordHash === null || state.lastRecordHash === null) return null;
  if (lastRecordHash === state.lastRecordHash) return null;
  return `the record before it must be the one read last: its hash must be ` +
    `${lastRecordHash}, and is ${state.lastRecordHash} (the topic was ` +
    `deleted and made again, or it is another log)`;
}
