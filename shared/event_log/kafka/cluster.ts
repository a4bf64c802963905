import type { NewRecord } from "../event_log.ts";
import { partitionKey } from "../partition_key.ts";
import type { FetchedMessages } from "./fetched_records.ts";

/** What the adapter asks of a Kafka cluster, and what comes of it. */

/** Which broker (by its node id) leads each partition of each topic. */
export type Leaders = ReadonlyMap<string, ReadonlyMap<number, string>>;

/** Puts down who leads what, as kafkajs tells it. */
export function toLeaders(
  topics: readonly {
    readonly topic: string;
    readonly partitionMetadata: readonly {
      readonly partitionId: number;
      readonly leader: number;
    }[];
  }[],
): Leaders {
  return new Map(topics.map(({ topic, partitionMetadata }) => [
    topic,
    new Map(partitionMetadata.map((p) => [p.partitionId, String(p.leader)])),
  ]));
}

export interface TopicPartition {
  readonly topic: string;
  readonly partition: number;
}

/** One partition to be fetched from. */
export interface FetchWant extends TopicPartition {
  readonly offset: number;
  readonly maxBytes: number;
}

/** What a broker answers for one partition. */
export interface FetchedPartition extends TopicPartition, FetchedMessages {
  /** First offset that cannot be read yet. */
  readonly endOffset: number;
}

export interface NewTopic {
  readonly name: string;
  readonly partitions: number;
  /** Null for as many as the broker makes by default. */
  readonly replicas: number | null;
}

/** Sends records; made anew after a failure, and connects when first used. */
export interface Sender {
  /** Resolves when all in-sync replicas have them. */
  send(topic: string, records: readonly NewRecord[]): Promise<void>;
  close(): Promise<void>;
}

/** Puts the partitions of a topic together, as requests want them. */
export function byTopic<T extends TopicPartition, P>(
  items: readonly T[],
  toPartition: (item: T) => P,
): { topic: string; partitions: P[] }[] {
  return [...Map.groupBy(items, ({ topic }) => topic)]
    .map(([topic, members]) => ({
      topic,
      partitions: members.map(toPartition),
    }));
}

/**
 * Finds the offset of each of these partitions among what kafkajs answers.
 *
 * @throws {Error} As Kafka's own, if one is missing: kafkajs leaves out those
 * that it does not know.
 */
export function toOffsetLookup(
  answers: readonly {
    readonly topic: string;
    readonly partitions: readonly {
      readonly partition: number;
      readonly offset: string;
    }[];
  }[],
  partitions: readonly TopicPartition[],
): (at: TopicPartition) => number {
  const offsets = new Map(
    answers.flatMap(({ topic, partitions }) =>
      partitions.map(({ partition, offset }) => [
        partitionKey({ topic, partition }),
        Number(offset),
      ])
    ),
  );
  const missing = partitions.find((at) => !offsets.has(partitionKey(at)));
  if (missing !== undefined) {
    const { topic, partition } = missing;
    const type = "UNKNOWN_TOPIC_OR_PARTITION";
    const error = new Error(`${topic}/${partition} is not known to it`);
    throw Object.assign(error, { type, retriable: true });
  }
  return (at) => offsets.get(partitionKey(at))!;
}
