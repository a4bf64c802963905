import type { RecordBatch } from "../event_log.ts";
import { partitionKey } from "../partition_key.ts";
import type { Assignment } from "./assignment.ts";
import { checkAgainstLog } from "./check_against_log.ts";
import type { FetchedPartition } from "./cluster.ts";
import { toRecords } from "./fetched_records.ts";
import type { KafkaClient } from "./kafka_client.ts";
import { KafkaFailure } from "./kafka_failure.ts";
import type { PartitionCursor } from "./partition_cursor.ts";

/** A partition's part of an answer, about; at least one batch. */
const PARTITION_BYTES = 1024 * 1024;

/**
 * Records that follow those of an answer before at once are believed. After
 * that time, or where there was nothing to be had, a topic may have been
 * deleted, made anew and filled as far as we read, with no other sign of it.
 */
const TRUSTED_MS = 200;

/** A partition that failed is let alone for so long. */
const REST_MS = 200;

/** A failure that Kafka does not explain is taken to last after so long. */
const UNEXPLAINED_FOR_MS = 30_000;

/** Without anything in so many rounds, a partition is asked for by itself. */
const STUCK_ROUNDS = 3;

/**
 * A partition that has more, but gives nothing for so long, has batches of
 * which compaction left but the offsets. A slow disk gives nothing either.
 */
const EMPTY_FOR_MS = 10_000;

interface Answer {
  readonly cursor: PartitionCursor;
  readonly answer: FetchedPartition | KafkaFailure;
  readonly isAlone: boolean;
}

/**
 * Asks the leaders of all partitions once for what comes next.
 *
 * @param maxWaitMs How long they may wait where there is nothing yet.
 * @throws {KafkaFailure} If brokers cannot be reached; nothing is advanced.
 */
export async function fetchRound(
  client: KafkaClient,
  assignment: Assignment,
  maxWaitMs: number,
): Promise<RecordBatch[]> {
  const nowMs = performance.now();
  const ready = assignment.cursors.filter((c) => !c.isHeldBack(nowMs));
  const check = (cursor: PartitionCursor) =>
    checkCursor(client, assignment, cursor);
  await Promise.all(ready.filter((c) => c.isDoubtful).map(check));
  const wanted = ready.filter((c) => !c.isDone && !c.isDoubtful);
  const answers = await fetchAll(client, wanted, maxWaitMs);

  const answeredMs = performance.now();
  await Promise.all(answers.map(async ({ cursor, answer }) => {
    if (answer instanceof KafkaFailure) {
      noteFailure(assignment, cursor, answer);
    } else if (
      answer.messages.length > 0 && answeredMs >= cursor.trustedUntilMs
    ) {
      await check(cursor);
    }
  }));
  return takeTurns(
    answers.map((answer) => answer.cursor.isDoubtful ? [] : advance(answer)),
  );
}

/** Looks at the log again; a cursor stays doubtful where that fails. */
async function checkCursor(
  client: KafkaClient,
  assignment: Assignment,
  cursor: PartitionCursor,
): Promise<void> {
  cursor.isDoubtful = true;
  try {
    const halted = await checkAgainstLog(client, cursor);
    if (halted === null) cursor.isDoubtful = false;
    else assignment.halt(halted);
  } catch (error) {
    if (!(error instanceof KafkaFailure)) throw error;
    noteFailure(assignment, cursor, error);
  }
}

/** Has a partition rest after a failure, or ends its reading. */
function noteFailure(
  assignment: Assignment,
  cursor: PartitionCursor,
  failure: KafkaFailure,
): void {
  if (failure.kind === "connection") throw failure;
  const nowMs = performance.now();
  cursor.isDoubtful = true;
  cursor.restUntilMs = nowMs + REST_MS;
  cursor.failingSinceMs ??= nowMs;
  assignment.outdate();
  const isUnexplained = failure.kind === "unexplained" &&
    nowMs - cursor.failingSinceMs > UNEXPLAINED_FOR_MS;
  if (failure.kind !== "lasting" && !isUnexplained) return;
  const { topic, partition, nextOffset } = cursor;
  assignment.halt({
    kind: "halted",
    topic,
    partition,
    reason: `Cannot read ${topic}/${partition} on from offset ${nextOffset}: ` +
      `${failure.message} Others are read on; start again after a remedy.`,
  });
}

async function fetchAll(
  client: KafkaClient,
  cursors: readonly PartitionCursor[],
  maxWaitMs: number,
): Promise<Answer[]> {
  const byLeader = Map.groupBy(cursors, ({ leader }) => leader);
  const answers = await Promise.all([...byLeader.values()].map(
    async (members) => {
      const alone = mostStuck(members);
      const together = members.filter((cursor) => cursor !== alone);
      if (alone === null) return await fetchGroup(client, together, maxWaitMs);
      return [
        ...await fetchGroup(client, together, 0),
        ...await fetchGroup(client, [alone], 0),
      ];
    },
  ));
  return answers.flat();
}

/** The one to be asked for alone; more at a time would be more than fits. */
function mostStuck(
  cursors: readonly PartitionCursor[],
): PartitionCursor | null {
  const [most] = cursors.toSorted((a, b) => b.stuckRounds - a.stuckRounds);
  return most !== undefined && most.stuckRounds >= STUCK_ROUNDS ? most : null;
}

/** Fetches from partitions of one leader; one by one where any fails. */
async function fetchGroup(
  client: KafkaClient,
  group: readonly PartitionCursor[],
  maxWaitMs: number,
): Promise<Answer[]> {
  if (group.length === 0) return [];
  const wants = group.map(({ topic, partition, nextOffset }) => ({
    topic,
    partition,
    offset: nextOffset,
    maxBytes: PARTITION_BYTES,
  }));
  const isAlone = group.length === 1;
  try {
    const answers = await client.fetch(group[0]!.leader, wants, maxWaitMs);
    const byKey = new Map(answers.map((a) => [partitionKey(a), a]));
    // A broker that throttles us leaves some out.
    return group.flatMap((cursor) => {
      const answer = byKey.get(partitionKey(cursor));
      return answer === undefined ? [] : [{ cursor, answer, isAlone }];
    });
  } catch (error) {
    if (!(error instanceof KafkaFailure)) throw error;
    if (error.kind === "connection") throw error;
    if (isAlone) return [{ cursor: group[0]!, answer: error, isAlone }];
    const each = group.map((cursor) => fetchGroup(client, [cursor], 0));
    return (await Promise.all(each)).flat();
  }
}

/** Takes what was fetched, and goes on behind it. */
function advance({ cursor, answer, isAlone }: Answer): RecordBatch[] {
  if (answer instanceof KafkaFailure) return [];
  const nowMs = performance.now();
  const fetched = toRecords(answer, cursor.nextOffset);
  const isStuck = fetched.nextOffset === cursor.nextOffset &&
    answer.endOffset > cursor.nextOffset;
  const batches = cursor.advance(fetched);
  cursor.failingSinceMs = null;
  cursor.trustedUntilMs = answer.messages.length > 0 ? nowMs + TRUSTED_MS : 0;
  if (!isStuck) {
    cursor.stuckRounds = 0;
    cursor.emptySinceMs = null;
    return batches;
  }
  cursor.stuckRounds++;
  if (isAlone) cursor.emptySinceMs ??= nowMs;
  const emptyForMs = nowMs - (cursor.emptySinceMs ?? nowMs);
  if (isAlone && emptyForMs > EMPTY_FOR_MS) cursor.nextOffset++;
  return batches;
}

/** One piece of each partition, then the next of each. */
function takeTurns(batches: readonly RecordBatch[][]): RecordBatch[] {
  const longest = Math.max(0, ...batches.map(({ length }) => length));
  return Array.from(
    { length: longest },
    (_, turn) => batches.flatMap((pieces) => pieces[turn] ?? []),
  ).flat();
}
