import type {
  ConnectionChanged,
  EventLog,
  TopicDescription,
} from "../shared/event_log/event_log.ts";
import { partitionKey } from "../shared/event_log/partition_key.ts";
import {
  type Progress,
  readProgress,
} from "../shared/projection/read_progress.ts";
import { openSqlite, type Sqlite, sqliteErrorCode } from "../shared/sqlite.ts";
import {
  type PartitionStatus,
  type ProjectorStatus,
  STATUS_VERSION,
  type Trouble,
} from "../shared/status/projector_status.ts";
import { StorageMeter } from "./storage_meter.ts";

/** What a connection does that only ever reads a few rows. */
const READING = { readonly: true, busyTimeoutMs: 0 };

export interface BoardOptions {
  /** The setting that names the log. */
  readonly eventLog: string;
  readonly nowMs: () => number;
}

/**
 * Where the projector's parts note how they are, and where it is read. What
 * is in the projection is read there, in this thread: the one that writes may
 * be waiting for a disk.
 */
export class StatusBoard {
  #db: Sqlite;
  readonly #eventLog: string;
  readonly #nowMs: () => number;
  #storage: StorageMeter;
  #progress: Progress;
  #readingTrouble: Trouble | null;
  #askingTrouble: Trouble | null = null;
  #writingTrouble: Trouble | null = null;
  #lastCommitMs: number | null = null;
  #logAnsweredMs: number | null = null;
  #topics: readonly TopicDescription[] = [];

  constructor(db: Sqlite, options: BoardOptions) {
    this.#db = db;
    this.#eventLog = options.eventLog;
    this.#nowMs = options.nowMs;
    this.#storage = new StorageMeter(db, options.eventLog);
    this.#progress = readProgress(this.#db);
    this.#readingTrouble = this.#trouble("it has not answered yet");
  }

  /** The board of a projection, which is read by a connection of its own. */
  static open(path: string, options: BoardOptions): StatusBoard {
    return new StatusBoard(openSqlite(path, READING), options);
  }

  /** Goes on with another projection. */
  openAnother(path: string): void {
    const db = openSqlite(path, READING);
    this.#db.close();
    this.#db = db;
    this.#storage = new StorageMeter(db, this.#eventLog);
    this.#writingTrouble = null;
  }

  /** Reads a log as it is, and notes here how its connection is. */
  watch(log: Pick<EventLog, "read">): Pick<EventLog, "read"> {
    const note = (change: ConnectionChanged) => this.#noteConnection(change);
    return {
      async *read(options) {
        for await (const result of log.read(options)) {
          if (result.kind === "connection") note(result);
          yield result;
        }
      },
    };
  }

  /** Notes what the log holds, as it just said. */
  noteTopics(topics: readonly TopicDescription[]): void {
    this.#topics = topics;
    // The first answer is also the first sign of it.
    if (this.#logAnsweredMs === null) this.#readingTrouble = null;
    this.#logAnsweredMs = this.#nowMs();
    this.#askingTrouble = null;
  }

  /** Notes that the log did not say what it holds; what it said is kept. */
  noteUnanswered(reason: string): void {
    const { sinceMs } = this.#askingTrouble ?? this.#trouble(reason);
    this.#askingTrouble = { reason, sinceMs };
  }

  noteCommit(): void {
    this.#lastCommitMs = this.#nowMs();
  }

  /** Notes why writing has to wait; or with null that it goes on. */
  noteWaiting(reason: string | null): void {
    this.#writingTrouble = reason === null ? null : this.#trouble(reason);
  }

  read(): ProjectorStatus {
    const { partitions: _, ...projection } = this.#readProgress();
    const updatedMs = this.#nowMs();
    return {
      version: STATUS_VERSION,
      updatedMs,
      hasStopped: false,
      eventLog: this.#eventLog,
      logTrouble: this.#readingTrouble ?? this.#askingTrouble,
      logAnsweredMs: this.#logAnsweredMs,
      writingTrouble: this.#writingTrouble,
      lastCommitMs: this.#lastCommitMs,
      projection,
      storage: this.#storage.measure(updatedMs),
      topics: this.#topics.map(({ name, retentionMs }) => ({
        name,
        retentionMs,
      })),
      partitions: mergePartitions(this.#progress, this.#topics),
    };
  }

  /** Gives the projection back; nothing can be read any more. */
  close(): void {
    this.#db.close();
  }

  #noteConnection({ connected, reason }: ConnectionChanged): void {
    this.#readingTrouble = connected ? null : this.#trouble(reason);
  }

  #trouble(reason: string): Trouble {
    return { reason, sinceMs: this.#nowMs() };
  }

  // A disk in trouble is a reason to tell what is known, not to end.
  #readProgress(): Progress {
    try {
      this.#progress = readProgress(this.#db);
    } catch (error) {
      if (sqliteErrorCode(error) === null) throw error;
    }
    return this.#progress;
  }
}

/** Puts together what was applied and what the log holds. */
function mergePartitions(
  { partitions }: Progress,
  topics: readonly TopicDescription[],
): PartitionStatus[] {
  const applied = new Map(
    partitions.map((progress) => [partitionKey(progress), progress]),
  );
  const held = new Map(
    topics.flatMap(({ name: topic, partitions }) =>
      partitions.map((description) => {
        const partition = { topic, ...description };
        return [partitionKey(partition), partition] as const;
      })
    ),
  );
  const keys = [...applied.keys(), ...held.keys()];
  return [...new Set(keys)].map((key) => {
    const progress = applied.get(key);
    const description = held.get(key);
    const { topic, partition } = (progress ?? description)!;
    const nextOffset = progress?.nextOffset ?? null;
    const halted = progress?.halted ?? null;
    const endOffset = description === undefined
      ? null
      // What was applied since the log was asked is there, too. Where it has
      // halted that is not so: the log may be shorter than what was applied.
      : Math.max(
        description.endOffset,
        halted === null ? nextOffset ?? 0 : 0,
      );
    const fromOffset = nextOffset ?? description?.firstOffset ?? 0;
    const { recordsRead = 0, recordsApplied = 0 } = progress ?? {};
    return {
      topic,
      partition,
      nextOffset,
      endOffset,
      lagRecords: endOffset === null
        ? null
        : Math.max(0, endOffset - fromOffset),
      halted,
      recordsRead,
      recordsApplied,
      positionsDecoded: progress?.positionsDecoded ?? 0,
      deadLetters: recordsRead - recordsApplied,
    };
  });
}
