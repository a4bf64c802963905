import { checkPartition } from "../check_partition.ts";
import type {
  Checkpoint,
  PartitionEnd,
  PartitionHalted,
  ReadOptions,
  RecordBatch,
} from "../event_log.ts";
import { hashRecord } from "../hash_record.ts";
import {
  type Cursor,
  type NamedPartition,
  openCursor,
  readCursor,
} from "./sqlite_cursor.ts";
import type { SqliteLogFile } from "./sqlite_log_file.ts";
import type { TopicRow } from "./sqlite_partitions.ts";
import { createTopicMatcher } from "../topic_pattern.ts";

type PlanResult = RecordBatch | PartitionHalted;

/**
 * What a reader has read of one file, and what comes next: partitions by
 * turns, a page at a time. All of it is synchronous and short.
 */
export class SqliteReadPlan {
  readonly generation: number;
  readonly #file: SqliteLogFile;
  readonly #options: ReadOptions;
  readonly #matches: (topic: string) => boolean;
  /** By partition: how far it has been read, here or before. */
  readonly #checkpoints: Map<string, Checkpoint>;
  readonly #halted = new Set<string>();
  readonly #cursors: Cursor[] = [];
  /** Partitions found, but not yet looked at. */
  readonly #found: NamedPartition[] = [];
  /** By partition, for a bounded read; null for a read without end. */
  #ends: Map<string, PartitionEnd> | null = null;
  #lastTopicId = 0;
  #changeMark: string | null = null;
  #nextTurn = 0;
  #results: PlanResult[] = [];

  constructor(file: SqliteLogFile, options: ReadOptions) {
    this.#file = file;
    this.generation = file.generation;
    this.#options = options;
    this.#matches = createTopicMatcher(options.topics);
    this.#checkpoints = byName(options.checkpoints ?? []);
    if (typeof options.until !== "string") this.#ends = byName(options.until);
  }

  get isAtEnd(): boolean {
    return this.#changeMark !== null && this.#found.length === 0 &&
      this.#cursors.every((cursor) => cursor.isAtEnd);
  }

  /** A plan for another file in the same place, checked like the first. */
  startAgain(): SqliteReadPlan {
    const checkpoints = [...this.#checkpoints.values()];
    const until = this.#ends ? [...this.#ends.values()] : "follow";
    const options = { ...this.#options, checkpoints, until } as const;
    return new SqliteReadPlan(this.#file, options);
  }

  takeResults(): PlanResult[] {
    const results = this.#results;
    this.#results = [];
    return results;
  }

  /**
   * Takes up one partition, or reads one page of the next that has any.
   *
   * @param changeMark Differs from before when something was appended.
   */
  readOn(changeMark: string): void {
    if (changeMark !== this.#changeMark) this.#lookForMore();
    this.#changeMark = changeMark;
    const found = this.#found[0];
    if (found !== undefined) {
      this.#takeUp(found);
      this.#found.shift();
      return;
    }
    const count = this.#cursors.length;
    for (let i = 0; i < count; i++) {
      const at = (this.#nextTurn + i) % count;
      if (this.#cursors[at]!.isAtEnd || !this.#readPage(at)) continue;
      this.#nextTurn = at + 1;
      return;
    }
  }

  // A query may meet a lock and be done again: nothing is noted before it.
  #lookForMore(): void {
    const queries = this.#file.connection.partitions;
    const topics = queries.listTopics({ afterId: this.#lastTopicId });
    const partitions = topics
      .filter(({ name }) => this.#matches(name))
      .flatMap(listPartitions);
    if (this.#options.until === "end") {
      this.#ends ??= byName(
        partitions.map((p) => ({ ...p, ...queries.findRange(p) })),
      );
    }
    if (this.#changeMark === null) this.#haltWhatIsMissing(partitions);
    this.#found.push(...partitions.filter((p) => this.#isWanted(p)));
    this.#lastTopicId = topics.at(-1)?.id ?? this.#lastTopicId;
    for (const cursor of this.#cursors) cursor.isAtEnd = false;
  }

  #isWanted(where: NamedPartition): boolean {
    const name = nameOf(where);
    return !this.#halted.has(name) && (this.#ends?.has(name) ?? true);
  }

  #haltWhatIsMissing(partitions: readonly NamedPartition[]): void {
    const present = new Set(partitions.map(nameOf));
    for (const [name, checkpoint] of this.#checkpoints) {
      if (present.has(name) || !this.#matches(checkpoint.topic)) continue;
      const halted = checkPartition(checkpoint, null);
      if (halted !== null) this.#halt(halted);
    }
  }

  #takeUp(where: NamedPartition): void {
    const queries = this.#file.connection.partitions;
    const result = whileReadable(where, () =>
      openCursor(queries, where, {
        checkpoint: this.#checkpoints.get(nameOf(where)),
        fromTimeMs: this.#options.fromTimeMs,
        endOffset: this.#ends?.get(nameOf(where))?.endOffset ?? Infinity,
      }));
    if ("kind" in result) this.#halt(result);
    else this.#cursors.push(result);
  }

  #readPage(at: number): boolean {
    const cursor = this.#cursors[at]!;
    const queries = this.#file.connection.partitions;
    const result = whileReadable(cursor, () => readCursor(queries, cursor));
    if (result === null) return false;
    if (result.kind === "halted") {
      this.#cursors.splice(at, 1);
      this.#halt(result);
      return true;
    }
    const { topic, partition, records } = result;
    const last = records.at(-1)!;
    this.#checkpoints.set(nameOf(cursor), {
      topic,
      partition,
      nextOffset: last.offset + 1,
      lastRecordHash: hashRecord(last),
    });
    this.#results.push(result);
    return true;
  }

  #halt(halted: PartitionHalted): void {
    this.#halted.add(nameOf(halted));
    this.#results.push(halted);
  }
}

interface Named {
  readonly topic: string;
  readonly partition: number;
}

function nameOf({ topic, partition }: Named): string {
  return `${topic}/${partition}`;
}

function byName<T extends Named>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [nameOf(item), item]));
}

function listPartitions(topic: TopicRow): NamedPartition[] {
  const { id: topicId, name } = topic;
  return Array.from(
    { length: topic.partitions },
    (_, partition) => ({ topic: name, topicId, partition }),
  );
}

/** A damaged frame is the end of its partition, but not of the others. */
function whileReadable<T>(
  { topic, partition }: NamedPartition,
  action: () => T,
): T | PartitionHalted {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const reason = `Cannot read ${topic}/${partition} on as its records must ` +
      `be whole: ${error.message}. Bring back a copy of the event log, or use ` +
      `the version of Groundtrack that wrote it.`;
    return { kind: "halted", topic, partition, reason };
  }
}
