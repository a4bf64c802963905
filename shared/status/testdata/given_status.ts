import {
  type PartitionStatus,
  type ProjectorStatus,
  STATUS_VERSION,
} from "../projector_status.ts";

export const NOW_MS = Date.parse("2026-11-23T12:00:00Z");

/** The status of a projector that has nothing to complain of, but as given. */
export function statusOf(
  given: Partial<ProjectorStatus> = {},
): ProjectorStatus {
  return {
    version: STATUS_VERSION,
    updatedMs: NOW_MS,
    hasStopped: false,
    eventLog: "kafka://broker:9092",
    logTrouble: null,
    logAnsweredMs: NOW_MS - 1_000,
    writingTrouble: null,
    lastCommitMs: NOW_MS - 500,
    projection: {
      id: "0123abcd",
      revision: 7,
      positionsSuperseded: 2,
      newestPositionMs: NOW_MS - 1_500,
    },
    topics: [{ name: "terra_topic", retentionMs: null }],
    partitions: [partitionOf()],
    ...given,
  };
}

export function partitionOf(
  given: Partial<PartitionStatus> = {},
): PartitionStatus {
  return {
    topic: "terra_topic",
    partition: 0,
    nextOffset: 10,
    endOffset: 12,
    lagRecords: 2,
    halted: null,
    recordsRead: 10,
    recordsApplied: 10,
    positionsDecoded: 30,
    deadLetters: 0,
    ...given,
  };
}
