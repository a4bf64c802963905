import type { PartitionEnd, ReadOptions } from "../event_log.ts";
import { partitionKey } from "../partition_key.ts";
import type { TopicPartition } from "./cluster.ts";
import type { KafkaClient } from "./kafka_client.ts";
import { PartitionCursor } from "./partition_cursor.ts";

export interface FoundPartition extends TopicPartition {
  /** Node id of the broker that leads it. */
  readonly leader: string;
}

/**
 * Finds where the reading of partitions begins. Whether the log still holds
 * what their checkpoints speak of remains to be seen, of each by itself.
 */
export async function beginPartitions(
  client: KafkaClient,
  found: readonly FoundPartition[],
  { checkpoints = [], fromTimeMs, until }: ReadOptions,
): Promise<PartitionCursor[]> {
  const [firstOf, endOf, sinceOf] = await Promise.all([
    client.offsets(found, "first"),
    client.offsets(found, "end"),
    fromTimeMs === undefined ? null : client.offsets(found, fromTimeMs),
  ]);
  const byKey = new Map(checkpoints.map((c) => [partitionKey(c), c]));
  return found.map((at) => {
    const endOffset = limitOf(until, at, endOf(at));
    const checkpoint = byKey.get(partitionKey(at));
    if (checkpoint !== undefined) {
      const { nextOffset, lastRecordHash } = checkpoint;
      const begin = { ...at, nextOffset, endOffset, lastRecordHash };
      const cursor = { ...begin, notBeforeMs: -Infinity };
      return new PartitionCursor(cursor, { isDoubtful: true });
    }
    const sinceOffset = sinceOf?.(at) ?? firstOf(at);
    return new PartitionCursor({
      ...at,
      nextOffset: sinceOffset < 0 ? endOf(at) : sinceOffset,
      endOffset,
      lastRecordHash: null,
      notBeforeMs: fromTimeMs ?? -Infinity,
    }, { isDoubtful: false });
  });
}

function limitOf(
  until: "follow" | "end" | readonly PartitionEnd[],
  { topic, partition }: TopicPartition,
  endOffset: number,
): number {
  if (until === "follow") return Infinity;
  if (until === "end") return endOffset;
  const end = until.find((e) => e.topic === topic && e.partition === partition);
  return Math.min(end!.endOffset, endOffset);
}
