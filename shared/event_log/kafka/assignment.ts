import { checkPartition } from "../check_partition.ts";
import type { Checkpoint, PartitionHalted, ReadOptions } from "../event_log.ts";
import { partitionKey } from "../partition_key.ts";
import { createTopicMatcher } from "../topic_pattern.ts";
import { beginPartitions, type FoundPartition } from "./begin_partitions.ts";
import type { Leaders, TopicPartition } from "./cluster.ts";
import type { KafkaClient } from "./kafka_client.ts";
import { KafkaFailure } from "./kafka_failure.ts";
import type { PartitionCursor } from "./partition_cursor.ts";

/** Topics that appear are looked for this often. */
const LOOK_EVERY_MS = 1_000;

/** What brokers do not know is gone only after this: they may yet learn. */
const MISSING_FOR_MS = 2_000;

/** The partitions that one reader reads. */
export class Assignment {
  readonly #client: KafkaClient;
  readonly #options: ReadOptions;
  readonly #matches: (topic: string) => boolean;
  readonly #cursors = new Map<string, PartitionCursor>();
  /** Checkpoints of partitions that are not there, and since when. */
  readonly #awaited = new Map<string, [Checkpoint, sinceMs: number]>();
  readonly #halted = new Set<string>();
  #untold: PartitionHalted[] = [];
  #leaders: Leaders | null = null;
  #lookedMs: number | null = null;
  #isOutdated = true;

  constructor(client: KafkaClient, options: ReadOptions) {
    this.#client = client;
    this.#options = options;
    this.#matches = createTopicMatcher(options.topics);
  }

  get cursors(): PartitionCursor[] {
    return [...this.#cursors.values()];
  }

  get isLookDue(): boolean {
    if (this.#isOutdated || this.#lookedMs === null) return true;
    return this.#isOpen && performance.now() - this.#lookedMs > LOOK_EVERY_MS;
  }

  /** Whether a reading that has an end is there. */
  get isDone(): boolean {
    return this.#lookedMs !== null && !this.#isOpen &&
      this.cursors.every(({ isDone }) => isDone);
  }

  /** Whether there is nothing to be asked for now. */
  isIdleAt(nowMs: number): boolean {
    return this.cursors.every((c) => c.isDone || c.isHeldBack(nowMs));
  }

  /** Learns which partitions there are, and who leads them. */
  async look(): Promise<void> {
    const leaders = await this.#findLeaders();
    const nowMs = performance.now();
    this.#updateKnown(leaders, nowMs);
    this.#updateAwaited(leaders, nowMs);
    if (this.#lookedMs === null || this.#isOpen) await this.#addNew(leaders);
    this.#lookedMs = nowMs;
    this.#isOutdated = false;
  }

  /** Has leaders looked up again before the next round. */
  outdate(): void {
    this.#isOutdated = true;
  }

  /** The connection was lost: anything may have happened meanwhile. */
  doubtAll(): void {
    this.#isOutdated = true;
    for (const cursor of this.#cursors.values()) cursor.isDoubtful = true;
  }

  /** Reads a partition no more. */
  halt(halted: PartitionHalted): void {
    const key = partitionKey(halted);
    this.#cursors.delete(key);
    this.#halted.add(key);
    this.#untold.push(halted);
  }

  /** What has halted since this was asked last. */
  takeHalted(): PartitionHalted[] {
    return this.#untold.splice(0);
  }

  /** Whether partitions may still come. */
  get #isOpen(): boolean {
    return this.#options.until === "follow" || this.#awaited.size > 0;
  }

  async #findLeaders(): Promise<Leaders> {
    try {
      this.#leaders = await this.#client.leaders();
    } catch (error) {
      // kafkajs learns nothing while any partition of the cluster has no
      // leader, and what is known is read on meanwhile.
      const isPartial = error instanceof KafkaFailure &&
        error.kind !== "connection";
      if (this.#leaders === null || !isPartial) throw error;
    }
    return this.#leaders;
  }

  #updateKnown(leaders: Leaders, nowMs: number): void {
    for (const cursor of this.cursors) {
      const leader = leaders.get(cursor.topic)?.get(cursor.partition);
      if (leader !== undefined) {
        cursor.leader = leader;
        cursor.missingSinceMs = null;
        continue;
      }
      cursor.isDoubtful = true;
      cursor.missingSinceMs ??= nowMs;
      this.#giveUp(cursor.checkpoint, nowMs - cursor.missingSinceMs);
    }
  }

  #updateAwaited(leaders: Leaders, nowMs: number): void {
    if (this.#lookedMs === null) {
      const { checkpoints = [] } = this.#options;
      for (const checkpoint of checkpoints) {
        if (!this.#isWanted(checkpoint)) continue;
        this.#awaited.set(partitionKey(checkpoint), [checkpoint, nowMs]);
      }
    }
    for (const [key, [checkpoint, sinceMs]] of this.#awaited) {
      const { topic, partition } = checkpoint;
      const isThere = leaders.get(topic)?.has(partition) ?? false;
      if (isThere || this.#giveUp(checkpoint, nowMs - sinceMs)) {
        this.#awaited.delete(key);
      }
    }
  }

  /** Lets go of a partition that the log does not have; or not yet. */
  #giveUp(checkpoint: Checkpoint, missingForMs: number): boolean {
    const halted = checkPartition(checkpoint, null);
    // Nothing was read of it, so it may come or not.
    if (halted === null) this.#cursors.delete(partitionKey(checkpoint));
    else if (missingForMs < MISSING_FOR_MS) return false;
    else this.halt(halted);
    return true;
  }

  async #addNew(leaders: Leaders): Promise<void> {
    const found: FoundPartition[] = [...leaders].flatMap((
      [topic, partitions],
    ) =>
      [...partitions].map(([partition, leader]) => ({
        topic,
        partition,
        leader,
      }))
    ).filter((at) => this.#isNew(at) && this.#isWanted(at));
    if (found.length === 0) return;
    for (const cursor of await this.#begin(found)) {
      this.#cursors.set(partitionKey(cursor), cursor);
    }
  }

  /** Begins new partitions, or leaves them to the next look. */
  async #begin(found: readonly FoundPartition[]): Promise<PartitionCursor[]> {
    try {
      return await beginPartitions(this.#client, found, this.#options);
    } catch (error) {
      const isPassing = error instanceof KafkaFailure &&
        error.kind === "passing";
      // The first look must find everything: there may be no other.
      if (!isPassing || this.#lookedMs === null) throw error;
      return [];
    }
  }

  #isNew(at: TopicPartition): boolean {
    const key = partitionKey(at);
    return !this.#cursors.has(key) && !this.#halted.has(key);
  }

  #isWanted({ topic, partition }: TopicPartition): boolean {
    const { until } = this.#options;
    return this.#matches(topic) && (typeof until === "string" ||
      until.some((end) => end.topic === topic && end.partition === partition));
  }
}
