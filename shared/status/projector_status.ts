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
  /** When the log was last asked for its topics and answered; null for never. */
  readonly logAnsweredMs: number | null;
  /** Why what was read cannot be written now; null where it can. */
  readonly writingTrouble: Trouble | null;
  readonly lastCommitMs: number | null;
  /** How fast records are applied; null until that has been measured. */
  readonly rate: Rate | null;
  readonly projection: ProjectionStatus;
  readonly storage: StorageStatus;
  /** Topics that the projection knows, or that the log described last. */
  readonly topics: readonly TopicStatus[];
  /** Partitions that were read, or that the log described last. */
  readonly partitions: readonly PartitionStatus[];
}

export const STATUS_VERSION = 4;

export interface Trouble {
  readonly reason: string;
  readonly sinceMs: number;
}

/** How much was applied a second, over the last so many seconds. */
export interface Rate {
  readonly overSeconds: number;
  readonly recordsPerSecond: number;
  readonly positionsPerSecond: number;
}

export interface ProjectionStatus {
  readonly id: string;
  /** Of its tables, and of the rules by which they are filled. */
  readonly version: number;
  /** The number of its commits. */
  readonly revision: number;
  readonly positionsSuperseded: number;
  /** Satellites whose crossings and audits are to be made anew. */
  readonly satellitesPending: number;
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
  /** Whether it is in the log, as that said last; null where it never did. */
  readonly isInLog: boolean | null;
  /** How long the log keeps its records; null for ever, or where not in it. */
  readonly retentionMs: number | null;
  /** Time of its newest position in the projection; null where it has none. */
  readonly newestPositionMs: number | null;
}

/** How far a partition is. What it lags behind, `findLag` tells. */
export interface PartitionStatus {
  readonly topic: string;
  readonly partition: number;
  /** The next offset to apply; null where nothing was read. */
  readonly nextOffset: number | null;
  /** The same; where nothing was read, the first offset that the log holds. */
  readonly fromOffset: number;
  /**
   * Offset of the next record to come, as the log said last; null where it
   * does not know the partition.
   */
  readonly endOffset: number | null;
  /**
   * When the log was last seen to hold nothing beyond what is applied now;
   * null where that was not seen.
   */
  readonly caughtUpMs: number | null;
  /** Why it is not read on; null where it is. */
  readonly halted: string | null;
  readonly recordsRead: number;
  readonly recordsApplied: number;
  readonly positionsDecoded: number;
  /** Records that were read and could not be applied. */
  readonly deadLetters: number;
}

/**
 * The log is asked every five seconds; an answer that is older than this says
 * nothing of now.
 */
export const ANSWER_STANDS_MS = 15_000;

/** A status that is older than this is that of a projector that is gone. */
const FRESH_MS = 10_000;

/** Whether the projector that left a status is still there. */
export function isRunning(
  { hasStopped, updatedMs }: ProjectorStatus,
  nowMs: number,
): boolean {
  // One of the future was left before the clock was set back.
  return !hasStopped && Math.abs(nowMs - updatedMs) < FRESH_MS;
}

/** All records that could not be applied. */
export function countDeadLetters({ partitions }: ProjectorStatus): number {
  return partitions.reduce((sum, { deadLetters }) => sum + deadLetters, 0);
}
