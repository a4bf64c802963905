import type {
  Checkpoint,
  PartitionEnd,
  TopicDescription,
} from "../../shared/event_log/event_log.ts";
import { partitionKey } from "../../shared/event_log/partition_key.ts";

/** Up to where partitions are to be read, and how much that is. */
export interface PlannedEnds {
  readonly ends: readonly PartitionEnd[];
  /** Fewer where the log has holes. */
  readonly records: number;
}

/**
 * Plans a reading of what the log holds, from checkpoints on.
 *
 * @param target Partitions and the offsets that are not wanted any more; null
 * for all that the log holds. Of what it does not hold nothing is read.
 */
export function planEnds(
  topics: readonly TopicDescription[],
  checkpoints: readonly Checkpoint[],
  target: readonly Checkpoint[] | null,
): PlannedEnds {
  const offsets = (of: readonly Checkpoint[]) =>
    new Map(of.map((one) => [partitionKey(one), one.nextOffset]));
  const begun = offsets(checkpoints);
  const wanted = target && offsets(target);
  let records = 0;
  const ends = topics.flatMap(({ name: topic, partitions }) =>
    partitions.flatMap(({ partition, firstOffset, ...held }) => {
      const key = partitionKey({ topic, partition });
      const endOffset = wanted === null ? held.endOffset : wanted.get(key);
      if (endOffset === undefined) return [];
      const lastEnd = Math.min(endOffset, held.endOffset);
      records += Math.max(0, lastEnd - (begun.get(key) ?? firstOffset));
      return [{ topic, partition, endOffset }];
    })
  );
  return { ends, records };
}
