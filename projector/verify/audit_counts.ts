import { partitionKey } from "../../shared/event_log/partition_key.ts";
import type { Projection } from "../../shared/projection/projection.ts";
import { countPartitions, type PartitionCounts } from "./count_partitions.ts";
import {
  countRecordings,
  countTopics,
  type TopicCounts,
} from "./count_topics.ts";
import type { Fault } from "./fault.ts";
import { findUnlike } from "./find_unlike.ts";

export interface AuditedCounts {
  readonly partitions: readonly PartitionCounts[];
  readonly topics: readonly TopicCounts[];
  readonly faults: readonly Fault[];
}

/**
 * Looks whether all that was read is somewhere (invariant 1), and whether a
 * fresh reading of the log counts the same. For one state of both.
 *
 * @param fresh Brought to the same checkpoint.
 * @param options.isWhole Whether it holds all positions, not only some hours.
 */
export function auditCounts(
  inUse: Projection,
  fresh: Projection,
  { isWhole }: { readonly isWhole: boolean },
): AuditedCounts {
  const partitions = countPartitions(inUse.db);
  const recordings = countRecordings(inUse);
  const topics = countTopics(inUse, recordings);
  const faults = [
    ...partitions.flatMap(faultsOfPartition),
    ...comparePartitions(partitions, countPartitions(fresh.db)),
    ...topics.flatMap(faultsOfTopic),
    ...recordings.flatMap((recording): Fault[] => {
      const { topic, noradId, positionsStored } = recording;
      return findUnlike(recording, { samples: positionsStored })
        .map((message) => ({ check: "counts", topic, noradId, message }));
    }),
    ...(isWhole ? compareWhole({ topics, recordings }, fresh) : []),
  ];
  return { partitions, topics, faults };
}

function faultsOfPartition(counts: PartitionCounts): Fault[] {
  const { topic, partition, recordsRead, recordsApplied, deadLetters } = counts;
  if (recordsRead === recordsApplied + deadLetters) return [];
  const message = "records read must be those applied and the dead letters: " +
    `current values are ${recordsRead} = ${recordsApplied} + ${deadLetters}`;
  return [{ check: "counts", topic, partition, message }];
}

function faultsOfTopic(counts: TopicCounts): Fault[] {
  const { topic, positionsDecoded, positionsStored, positionsSuperseded } =
    counts;
  if (positionsDecoded === positionsStored + positionsSuperseded) return [];
  const message = "positions decoded must be those stored and superseded: " +
    `current values are ${positionsDecoded} = ${positionsStored} + ` +
    `${positionsSuperseded}`;
  return [{ check: "counts", topic, message }];
}

function comparePartitions(
  inUse: readonly PartitionCounts[],
  fresh: readonly PartitionCounts[],
): Fault[] {
  const read = new Map(fresh.map((counts) => [partitionKey(counts), counts]));
  return inUse.flatMap((counts): Fault[] => {
    const { topic, partition } = counts;
    const made = read.get(partitionKey(counts)) ??
      { ...counts, ...NOTHING_READ };
    return findUnlike(counts, made).map((message) => ({
      check: "log",
      topic,
      partition,
      message: `by the log, ${message}`,
    }));
  });
}

const NOTHING_READ: Omit<PartitionCounts, "topic" | "partition"> = {
  nextOffset: 0,
  recordsRead: 0,
  recordsApplied: 0,
  deadLetters: 0,
  positionsDecoded: 0,
  lastRecordHash: null,
};

/** What no hour tells: how much was superseded, and names. */
function compareWhole(
  inUse: Pick<AuditedCounts, "topics"> & {
    readonly recordings: ReturnType<typeof countRecordings>;
  },
  fresh: Projection,
): Fault[] {
  const recordings = countRecordings(fresh);
  const topics = countTopics(fresh, recordings);
  const check = "log" as const;
  const message = (fault: string) => `by the log, ${fault}`;
  return [
    ...inUse.topics.flatMap(({ topic, positionsSuperseded }) => {
      const made = topics.find((one) => one.topic === topic);
      return findUnlike({ positionsSuperseded }, {
        positionsSuperseded: made?.positionsSuperseded ?? 0,
      }).map((fault): Fault => ({ check, topic, message: message(fault) }));
    }),
    ...inUse.recordings.flatMap(({ topic, noradId, ...kept }) => {
      const made = recordings.find((one) =>
        one.topic === topic && one.noradId === noradId
      );
      // Where there is none, each of its hours is told.
      if (made === undefined) return [];
      const { name, firstMs, lastMs } = made;
      return findUnlike(kept, { name, firstMs, lastMs })
        .map((fault): Fault => ({
          check,
          topic,
          noradId,
          message: message(fault),
        }));
    }),
  ];
}
