import type {
  ConnectionChanged,
  EventLog,
  TopicDescription,
} from "../../shared/event_log/event_log.ts";
import {
  type Progress,
  readProgress,
} from "../../shared/projection/read_progress.ts";
import {
  openSqlite,
  type Sqlite,
  sqliteErrorCode,
} from "../../shared/sqlite.ts";
import {
  ANSWER_STANDS_MS,
  type ProjectorStatus,
  STATUS_VERSION,
  type Trouble,
} from "../../shared/status/projector_status.ts";
import { LogEnds } from "./log_ends.ts";
import { mergePartitions, mergeTopics } from "./merge_progress.ts";
import { RateMeter } from "./rate_meter.ts";
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
  #rate = new RateMeter();
  readonly #ends = new LogEnds();
  #progress: Progress;
  #readingTrouble: Trouble | null;
  #askingTrouble: Trouble | null = null;
  #writingTrouble: Trouble | null = null;
  #lastCommitMs: number | null = null;
  #logAnsweredMs: number | null = null;
  #topics: readonly TopicDescription[] | null = null;

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
    this.#rate = new RateMeter();
    this.#writingTrouble = null;
  }

  /**
   * Goes on from what the projector before left, where that is of this log:
   * what it was up with then need not be taken for new now.
   */
  goOnFrom(status: ProjectorStatus | null): void {
    if (status?.eventLog !== this.#eventLog) return;
    const { partitions, logAnsweredMs } = status;
    for (const partition of partitions) {
      const { caughtUpMs, fromOffset, endOffset, halted } = partition;
      if (halted !== null) continue;
      if (caughtUpMs !== null) {
        const then = { atMs: caughtUpMs, endOffset: fromOffset };
        this.#ends.note(partition, then);
      }
      if (logAnsweredMs !== null && endOffset !== null) {
        this.#ends.note(partition, { atMs: logAnsweredMs, endOffset });
      }
    }
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

  /**
   * Notes what the log holds, as it just said.
   *
   * @param askedMs When it was asked: what was appended since may be missing.
   */
  noteTopics(
    topics: readonly TopicDescription[],
    askedMs = this.#nowMs(),
  ): void {
    this.#topics = topics;
    for (const { name: topic, partitions } of topics) {
      for (const { partition, endOffset } of partitions) {
        this.#ends.note({ topic, partition }, { atMs: askedMs, endOffset });
      }
    }
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
    const progress = this.#readProgress();
    const { topics: _, partitions: __, ...projection } = progress;
    const updatedMs = this.#nowMs();
    return {
      version: STATUS_VERSION,
      updatedMs,
      hasStopped: false,
      eventLog: this.#eventLog,
      logTrouble: this.#readingTrouble ?? this.#askingTrouble ??
        this.#silence(updatedMs),
      logAnsweredMs: this.#logAnsweredMs,
      writingTrouble: this.#writingTrouble,
      lastCommitMs: this.#lastCommitMs,
      rate: this.#rate.measure(progress, updatedMs),
      projection,
      storage: this.#storage.measure(updatedMs),
      topics: mergeTopics(progress, this.#topics),
      partitions: mergePartitions(progress, this.#topics ?? [], this.#ends),
    };
  }

  /** Gives the projection back; nothing can be read any more. */
  close(): void {
    this.#db.close();
  }

  // Whoever hangs neither answers nor fails.
  #silence(nowMs: number): Trouble | null {
    const sinceMs = this.#logAnsweredMs;
    if (sinceMs === null || nowMs - sinceMs < ANSWER_STANDS_MS) return null;
    return { reason: "it does not answer", sinceMs };
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
