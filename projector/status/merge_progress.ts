import type { TopicDescription } from "../../shared/event_log/event_log.ts";
import { partitionKey } from "../../shared/event_log/partition_key.ts";
import type { Progress } from "../../shared/projection/read_progress.ts";
import type {
  PartitionStatus,
  TopicStatus,
} from "../../shared/status/projector_status.ts";
import type { LogEnds } from "./log_ends.ts";

/**
 * Puts together what the projection holds of topics and what the log does.
 *
 * @param described What the log said last; null where it never did.
 */
export function mergeTopics(
  { topics }: Progress,
  described: readonly TopicDescription[] | null,
): TopicStatus[] {
  const newest = new Map(
    topics.map(({ name, newestPositionMs }) => [name, newestPositionMs]),
  );
  const inLog = new Map(described?.map((topic) => [topic.name, topic]));
  return [...new Set([...newest.keys(), ...inLog.keys()])].sort()
    .map((name) => ({
      name,
      isInLog: described === null ? null : inLog.has(name),
      retentionMs: inLog.get(name)?.retentionMs ?? null,
      newestPositionMs: newest.get(name) ?? null,
    }));
}

/** Puts together what was applied of partitions and what the log holds. */
export function mergePartitions(
  { partitions }: Progress,
  described: readonly TopicDescription[],
  ends: LogEnds,
): PartitionStatus[] {
  const applied = new Map(
    partitions.map((progress) => [partitionKey(progress), progress]),
  );
  const held = new Map(
    described.flatMap(({ name: topic, partitions }) =>
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
    const fromOffset = nextOffset ?? description?.firstOffset ?? 0;
    const endOffset = description === undefined
      ? null
      // What was applied since the log was asked is there, too. Where it has
      // halted that is not so: the log may be shorter than what was applied.
      : Math.max(
        description.endOffset,
        halted === null ? nextOffset ?? 0 : 0,
      );
    const { recordsRead = 0, recordsApplied = 0 } = progress ?? {};
    return {
      topic,
      partition,
      nextOffset,
      fromOffset,
      endOffset,
      caughtUpMs: ends.lastEndedBy({ topic, partition }, fromOffset),
      halted,
      recordsRead,
      recordsApplied,
      positionsDecoded: progress?.positionsDecoded ?? 0,
      deadLetters: recordsRead - recordsApplied,
    };
  });
}
