import {
  type DiskStatus,
  type PartitionStatus,
  type ProjectorStatus,
  STATUS_VERSION,
  type StorageStatus,
  type TopicStatus,
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
    rate: { overSeconds: 30, recordsPerSecond: 3, positionsPerSecond: 9 },
    projection: {
      id: "0123abcd",
      version: 2,
      revision: 7,
      positionsSuperseded: 2,
      satellitesPending: 3,
    },
    storage: storageOf(),
    topics: [topicOf()],
    partitions: [partitionOf()],
    ...given,
  };
}

/** A topic that the log keeps for ever, but as given. */
export function topicOf(given: Partial<TopicStatus> = {}): TopicStatus {
  return {
    name: "terra_topic",
    isInLog: true,
    retentionMs: null,
    newestPositionMs: NOW_MS - 1_500,
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
    fromOffset: 10,
    endOffset: 12,
    caughtUpMs: NOW_MS - 6_500,
    halted: null,
    recordsRead: 10,
    recordsApplied: 10,
    positionsDecoded: 30,
    deadLetters: 0,
    ...given,
  };
}

/** The log and the projection on a disk with room, but as given. */
export function storageOf(given: Partial<StorageStatus> = {}): StorageStatus {
  return {
    eventLog: { path: "data/events.db", bytes: 4_000_000, walBytes: 1_000_000 },
    projection: {
      path: "data/projection-0123abcd.db",
      bytes: 9_000_000,
      walBytes: 2_000_000,
    },
    disks: [diskOf()],
    ...given,
  };
}

export function diskOf(given: Partial<DiskStatus> = {}): DiskStatus {
  return {
    holds: ["event_log", "projection"],
    folders: ["data"],
    freeBytes: 50_000_000_000,
    growthBytesPerDay: 25_000_000,
    fullInDays: 2_000,
    ...given,
  };
}
