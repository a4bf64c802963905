import assert from "node:assert/strict";
import type {
  EventLog,
  ReadResult,
  TopicDescription,
} from "../shared/event_log/event_log.ts";
import { StatusBoard } from "./status_board.ts";
import {
  batchOf,
  GivenProjection,
  positions,
} from "./testdata/given_projection.ts";

const event = positions({});

class GivenBoard implements Disposable {
  readonly given = new GivenProjection();
  nowMs = 1_000;
  readonly board = new StatusBoard(this.given.db, {
    eventLog: "sqlite:data/events.db",
    nowMs: () => this.nowMs,
  });

  [Symbol.dispose](): void {
    this.given[Symbol.dispose]();
  }
}

const topic = (name: string, firstOffset: number, endOffset: number) =>
  ({
    name,
    partitions: [{ partition: 0, firstOffset, endOffset }],
    retentionMs: null,
  }) satisfies TopicDescription;

/** Reads all that a log gives, through the board. */
async function readThrough(
  board: StatusBoard,
  results: readonly ReadResult[],
): Promise<ReadResult[]> {
  const read: EventLog["read"] = async function* () {
    yield* results;
  };
  const reading = board.watch({ read }).read({ topics: [], until: "end" });
  return await Array.fromAsync(reading);
}

const lost = {
  kind: "connection",
  connected: false,
  reason: "it fell",
} as const;
const back = { ...lost, connected: true, reason: "it is up" } as const;

Deno.test("StatusBoard tells how far the log is that was not yet applied", () => {
  using test = new GivenBoard();
  const { given, board } = test;
  given.apply([batchOf("a_topic", 0, [event, "garbage", event])]);
  board.noteTopics([topic("a_topic", 0, 5), topic("b_topic", 4, 9)]);
  const { partitions, projection, topics } = board.read();
  assert.deepEqual(partitions, [
    {
      topic: "a_topic",
      partition: 0,
      nextOffset: 3,
      endOffset: 5,
      lagRecords: 2,
      halted: null,
      recordsRead: 3,
      recordsApplied: 2,
      positionsDecoded: 2,
      deadLetters: 1,
    },
    {
      topic: "b_topic",
      partition: 0,
      nextOffset: null,
      endOffset: 9,
      lagRecords: 5,
      halted: null,
      recordsRead: 0,
      recordsApplied: 0,
      positionsDecoded: 0,
      deadLetters: 0,
    },
  ]);
  assert.deepEqual([projection.id, projection.revision], ["test", 1]);
  assert.equal(projection.positionsSuperseded, 1);
  assert.deepEqual(topics, [
    { name: "a_topic", retentionMs: null },
    { name: "b_topic", retentionMs: null },
  ]);
});

Deno.test("StatusBoard knows no lag of a partition that the log does not have, and none below zero", () => {
  using test = new GivenBoard();
  const { given, board } = test;
  given.apply([batchOf("a_topic", 0, [event]), batchOf("b_topic", 0, [event])]);
  // It was asked before that was appended.
  board.noteTopics([topic("b_topic", 0, 0)]);
  const { partitions } = board.read();
  assert.deepEqual(
    partitions.map(({ endOffset, lagRecords }) => [endOffset, lagRecords]),
    [[null, null], [1, 0]],
  );
});

Deno.test("StatusBoard tells the end of a log that is shorter than what was applied", () => {
  using test = new GivenBoard();
  const { given, board } = test;
  given.apply([batchOf("a_topic", 0, [event, event, event])]);
  given.db.exec("UPDATE checkpoints SET halted = 'It was cut off'");
  board.noteTopics([topic("a_topic", 0, 1)]);
  const [partition] = board.read().partitions;
  assert.deepEqual(
    [partition!.endOffset, partition!.lagRecords, partition!.halted],
    [1, 0, "It was cut off"],
  );
});

Deno.test("StatusBoard calls the log away until it answers", () => {
  using test = new GivenBoard();
  const { board } = test;
  assert.deepEqual(board.read().logTrouble, {
    reason: "it has not answered yet",
    sinceMs: 1_000,
  });
  test.nowMs = 2_000;
  board.noteTopics([]);
  const { logTrouble, logAnsweredMs } = board.read();
  assert.deepEqual([logTrouble, logAnsweredMs], [null, 2_000]);
});

Deno.test("StatusBoard notes a connection that is lost and back, and passes on what is read", async () => {
  using test = new GivenBoard();
  const { board } = test;
  board.noteTopics([]);
  const batch = batchOf("a_topic", 0, [event]);
  assert.deepEqual(await readThrough(board, [batch, lost]), [batch, lost]);
  assert.deepEqual(board.read().logTrouble, {
    reason: "it fell",
    sinceMs: 1_000,
  });
  // That it answers a question does not mean that it can be read again.
  board.noteTopics([]);
  assert.equal(board.read().logTrouble?.reason, "it fell");
  await readThrough(board, [back]);
  assert.equal(board.read().logTrouble, null);
});

Deno.test("StatusBoard keeps what the log said last, and tells since when it says nothing", () => {
  using test = new GivenBoard();
  const { board } = test;
  board.noteTopics([topic("a_topic", 0, 5)]);
  test.nowMs = 2_000;
  board.noteUnanswered("no broker");
  test.nowMs = 3_000;
  board.noteUnanswered("still no broker");
  const { logTrouble, logAnsweredMs, topics } = board.read();
  assert.deepEqual(logTrouble, { reason: "still no broker", sinceMs: 2_000 });
  assert.deepEqual([logAnsweredMs, topics.length], [1_000, 1]);
  board.noteTopics([]);
  assert.equal(board.read().logTrouble, null);
});

Deno.test("StatusBoard tells when it committed, and that writing waits", () => {
  using test = new GivenBoard();
  const { board } = test;
  assert.equal(board.read().lastCommitMs, null);
  board.noteCommit();
  assert.equal(board.read().lastCommitMs, 1_000);
  test.nowMs = 2_000;
  board.noteWaiting("disk is full");
  assert.deepEqual(board.read().writingTrouble, {
    reason: "disk is full",
    sinceMs: 2_000,
  });
  board.noteWaiting(null);
  assert.equal(board.read().writingTrouble, null);
});

Deno.test("StatusBoard tells what it knows, where the projection cannot be read", () => {
  using test = new GivenBoard();
  const { given, board } = test;
  given.apply([batchOf("a_topic", 0, [event])]);
  const { projection, partitions } = board.read();
  given.db.exec("DROP TABLE recordings");
  assert.deepEqual(board.read().projection, projection);
  assert.deepEqual(board.read().partitions, partitions);
});
