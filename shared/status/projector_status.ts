/**
 * What the projector knows of itself and of the log: the one source of what
 * its health check, its metrics, the API and the page say. Plain data, so that
 * it can be passed on as JSON.
 */
export interface ProjectorStatus {
  readonly version: typeof STATUS_VERSION;
  /** When all of this was so, in ms since 1970, UTC; as all times here. */
  readonly updatedMs: number;
  /** Whether it has ended, as it was told to. */
  readonly hasStopped: boolean;
  /** The setting that names the log. */
  readonly eventLog: string;
  /** Why the log cannot be read or asked now; null where it can. */
  readonly logTrouble: Trouble | null;
  /** When the log was last asked for its topics and answered. */
  readonly logAnsweredMs: number | null;
  /** Why what was read cannot be written now; null where it can. */
  readonly writingTrouble: Trouble | null;
  readonly lastCommitMs: number | null;
  readonly projection: ProjectionStatus;
  readonly storage: StorageStatus;
  /** Topics as the log described them last. */
  readonly topics: readonly TopicStatus[];
  /** Partitions that were read, or that the log described last. */
  readonly partitions: readonly PartitionStatus[];
}

export const STATUS_VERSION = 2;

export interface Trouble {
  readonly reason: string;
  readonly sinceMs: number;
}

export interface ProjectionStatus {
  readonly id: string;
  /** The number of its commits. */
  readonly revision: number;
  readonly positionsSuperseded: number;
  /** Time of its newest position; null where it has none. */
  readonly newestPositionMs: number | null;
}

/** How much room all that is recorded takes, and how long there will be some. */
export interface StorageStatus {
  /** The embedded log; null where it is not there, or Kafka keeps its own. */
  readonly eventLog: DatabaseSize | null;
  /** The projection in use; null where it is not there. */
  readonly projection: DatabaseSize | null;
  /** The disk on which both lie; two, where they lie apart. */
  readonly disks: readonly DiskStatus[];
}

export interface DatabaseSize {
  readonly path: string;
  /** Of the file and of its write-ahead log together. */
  readonly bytes: number;
  /** Of the write-ahead log by itself, which ought to stay small. */
  readonly walBytes: number;
}

export interface DiskStatus {
  readonly holds: readonly ("event_log" | "projection")[];
  /** Where on it they lie. */
  readonly folders: readonly string[];
  /** What may still be written; null where the system does not tell. */
  readonly freeBytes: number | null;
  /** By how much what it holds grows; null until that has been measured. */
  readonly growthBytesPerDay: number | null;
  /** When it is full, if that goes on; null where unknown, or if never. */
  readonly fullInDays: number | null;
}

export interface TopicStatus {
  readonly name: string;
  /** How long the log keeps its records; null for ever. */
  readonly retentionMs: number | null;
}

export interface PartitionStatus {
  readonly topic: string;
  readonly partition: number;
  /** The next offset to apply; null where nothing was read. */
  readonly nextOffset: number | null;
  /** Offset of the next record to come; null where the log does not know it. */
  readonly endOffset: number | null;
  /** Records that are there and not applied. */
  readonly lagRecords: number | null;
  /** Why it is not read on; null where it is. */
  readonly halted: string | null;
  readonly recordsRead: number;
  readonly recordsApplied: number;
  readonly positionsDecoded: number;
  /** Records that were read and could not be applied. */
  readonly deadLetters: number;
}

/** A status that is older than this is that of a projector that is gone. */
const FRESH_MS = 10_000;

/** Whether the projector that left a status is still there. */
export function isRunning(
  { hasStopped, updatedMs }: ProjectorStatus,
  nowMs: number,
): boolean {
  return !hasStopped && nowMs - updatedMs < FRESH_MS;
}

/** All records that could not be applied. */
export function countDeadLetters({ partitions }: ProjectorStatus): number {
  return partitions.reduce((sum, { deadLetters }) => sum + deadLetters, 0);
}
