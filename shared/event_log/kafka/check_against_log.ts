import { checkPartition } from "../check_partition.ts";
import type { Checkpoint, PartitionHalted } from "../event_log.ts";
import { hashRecord } from "../hash_record.ts";
import type { FetchedPartition, FetchWant } from "./cluster.ts";
import { toRecords } from "./fetched_records.ts";
import type { KafkaClient } from "./kafka_client.ts";
import { KafkaFailure } from "./kafka_failure.ts";

/** Each waits as long as the broker has a client wait that is over its quota. */
const MOST_ATTEMPTS = 20;

/** How far a partition was read, and by which record it is known again. */
export interface ReadPartition {
  readonly checkpoint: Checkpoint;
  /** Offset of the record that the checkpoint has the hash of. */
  readonly lastOffset: number | null;
  /** Node id of the broker that leads it. */
  readonly leader: string;
}

/**
 * Tells whether a partition can be read on: its last record is read again, to
 * know whether the topic is still the same; where the log does not hold that
 * record, where the log begins and ends has to do.
 *
 * @returns Null where it can; otherwise what a reader is to be told.
 */
export async function checkAgainstLog(
  client: KafkaClient,
  read: ReadPartition,
): Promise<PartitionHalted | null> {
  const { checkpoint, lastOffset } = read;
  const last = lastOffset === null
    ? null
    : await readRecordHash(client, read, lastOffset);
  if (last !== null && last !== "out of range") {
    const state = { firstOffset: 0, endOffset: Infinity, lastRecordHash: last };
    return checkPartition(checkpoint, state);
  }
  const [firstOf, endOf] = await Promise.all([
    client.offsets([checkpoint], "first"),
    client.offsets([checkpoint], "end"),
  ]);
  const [firstOffset, endOffset] = [firstOf(checkpoint), endOf(checkpoint)];
  const isThereNow = last === "out of range" &&
    firstOffset <= lastOffset! && lastOffset! < endOffset;
  // A topic made anew has been filled that far between the two questions.
  if (isThereNow) return await checkAgainstLog(client, read);
  const state = { firstOffset, endOffset, lastRecordHash: null };
  return checkPartition(checkpoint, state);
}

/** `hashRecord` of a record; null where it was compacted away. */
async function readRecordHash(
  client: KafkaClient,
  { checkpoint: { topic, partition }, leader }: ReadPartition,
  offset: number,
): Promise<string | "out of range" | null> {
  try {
    // A broker sends the whole batch that holds it, however small the room.
    const want = { topic, partition, offset, maxBytes: 1 };
    const answer = await fetchSurely(client, leader, want);
    const [record] = toRecords(answer, offset).records;
    return record?.offset === offset ? hashRecord(record) : null;
  } catch (error) {
    const isOutside = error instanceof KafkaFailure &&
      error.type === "OFFSET_OUT_OF_RANGE";
    if (isOutside) return "out of range";
    throw error;
  }
}

/** Beyond its quota, a client has to wait, and is answered without records. */
async function fetchSurely(
  client: KafkaClient,
  leader: string,
  want: FetchWant,
): Promise<FetchedPartition> {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const [answer] = await client.fetch(leader, [want], 0);
    if (answer !== undefined) return answer;
  }
  throw new KafkaFailure(
    `Cannot fetch records as Kafka at ${client.servers} must answer for the ` +
      `partition asked for: it gave none, as it does to a client beyond its ` +
      `quota.`,
    { kind: "passing", type: "THROTTLED" },
  );
}
