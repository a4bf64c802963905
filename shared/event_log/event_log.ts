/**
 * The event log port: what producers and the projector know of the log. Two
 * adapters implement it, and both pass `contract/event_log_contract.ts`.
 *
 * A log has topics, a topic has partitions, and a partition is an append-only
 * sequence of records numbered by offset. Offsets grow, but need not be
 * consecutive: a log may hold markers of its own or compact records away.
 */

/** Where one record is: it never changes and never names another record. */
export interface LogPosition {
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
}

/** A record to be appended. */
export interface NewRecord {
  /** Records of one key keep their order; none means any partition will do. */
  readonly key: string | null;
  readonly value: Uint8Array;
  /** Time of the event's last sample, in ms since 1970, UTC. */
  readonly timestampMs: number;
}

/** A record as it was read. */
export interface LogRecord {
  readonly offset: number;
  readonly key: string | null;
  /** Null where the record is a deletion marker (a Kafka tombstone). */
  readonly value: Uint8Array | null;
  readonly timestampMs: number;
}

/** The next offset that a reader wants, and how it knows the log again. */
export interface Checkpoint {
  readonly topic: string;
  readonly partition: number;
  readonly nextOffset: number;
  /**
   * `hashRecord` of the record before `nextOffset`, by which a topic that was
   * deleted and made again is told from the one before; null to skip that.
   */
  readonly lastRecordHash: string | null;
}

/** Some consecutive records of one partition, in order of offset. */
export interface RecordBatch {
  readonly kind: "records";
  readonly topic: string;
  readonly partition: number;
  readonly records: readonly LogRecord[];
}

/**
 * A partition that cannot be read on from its checkpoint, because the log is
 * not the one, or no longer all of the one, that the checkpoint speaks of. It
 * is never read from another offset instead; the other partitions go on.
 */
export interface PartitionHalted {
  readonly kind: "halted";
  readonly topic: string;
  readonly partition: number;
  /** What was tried, what it requires, what is the case, and the remedy. */
  readonly reason: string;
}

/** The connection to the log was lost, or is back. */
export interface ConnectionChanged {
  readonly kind: "connection";
  readonly connected: boolean;
  readonly reason: string;
}

export type ReadResult = RecordBatch | PartitionHalted | ConnectionChanged;

export interface ReadOptions {
  /** Names, or patterns with `*`. New topics that match are taken up. */
  readonly topics: readonly string[];
  /**
   * Where to begin: partitions without a checkpoint begin at their first
   * record, or at the first record whose timestamp is `fromTimeMs` or later.
   */
  readonly checkpoints?: readonly Checkpoint[];
  readonly fromTimeMs?: number;
  /**
   * `follow`: for ever, waiting at the end for more. `end`: up to the end
   * offsets as they are when the reading begins. A list: up to these offsets
   * (exclusive), or to the log's end where that comes first, and no other
   * partition.
   */
  readonly until: "follow" | "end" | readonly PartitionEnd[];
  /** Ends the reading, at the latest after the batch in hand. */
  readonly signal?: AbortSignal;
}

export interface PartitionEnd {
  readonly topic: string;
  readonly partition: number;
  /** The first offset that is not wanted. */
  readonly endOffset: number;
}

export interface PartitionDescription {
  readonly partition: number;
  /** Offset of the first record still held. */
  readonly firstOffset: number;
  /** Offset that the next record will get. */
  readonly endOffset: number;
}

export interface TopicDescription {
  readonly name: string;
  readonly partitions: readonly PartitionDescription[];
  /** How long records are kept, in ms; null for ever. */
  readonly retentionMs: number | null;
}

export interface EventLog {
  /**
   * Appends records to a topic, in order, and resolves when they are durable.
   * A topic that is not there is created. Records of one key, up to half
   * a megabyte and 10,000 of them, become readable together or not at all.
   *
   * @throws {EventLogError} If the log cannot take them now; they may be
   * appended again, and readers drop what they know already.
   * @throws {RangeError} If no log could take them (`check_append.ts`).
   */
  append(topic: string, records: readonly NewRecord[]): Promise<void>;
  /** Describes the topics that match, in order of name. */
  describeTopics(topics: readonly string[]): Promise<TopicDescription[]>;
  /**
   * Reads records, every partition in order of offset, fairly among
   * partitions. A lost connection is mended by the adapter and reported.
   */
  read(options: ReadOptions): AsyncIterable<ReadResult>;
  /**
   * Tells the log's own tools how far a reader is; where it goes on is for its
   * checkpoints alone to say. Nothing where a log has no such tools.
   *
   * @throws {EventLogError} If the log cannot be told now.
   */
  noteProgress(
    reader: string,
    checkpoints: readonly Omit<Checkpoint, "lastRecordHash">[],
  ): Promise<void>;
  /**
   * Takes one short step of the log's own housekeeping, such as packing what
   * is old; no reader sees a difference. Nothing where others do that.
   *
   * @returns Whether there may be more to do now.
   * @throws {EventLogError} If it cannot be done now; nothing is lost by that.
   */
  tidy(): Promise<boolean>;
  /** Waits for the appends under way, and ends the readers. */
  close(): Promise<void>;
}

/** The log cannot do what was asked, now; the message says what to do. */
export class EventLogError extends Error {
  override readonly name = "EventLogError";
}
