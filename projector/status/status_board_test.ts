import assert from "node:assert/strict";
import type {
  EventLog,
  ReadResult,
  TopicDescription,
} from "../../shared/event_log/event_log.ts";
import { PROJECTION_VERSION } from "../../shared/projection/schema.ts";
import {
  ANSWER_STANDS_MS,
  type TopicStatus,
} from "../../shared/status/projector_status.ts";
import {
  partitionOf,
  statusOf,
} from "../../shared/status/testdata/given_status.ts";
import { StatusBoard } from "./status_board.ts";
import {
  batchOf,
  GivenProjection,
  NOW_MS,
  positions,
} from "../testdata/given_projection.ts";

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

/** A topic that is in the log, and of which the projection has nothing. */
const TOPIC: Omit<TopicStatus, "name"> = {
  isInLog: true,
  retentionMs: null,
  newestPositionMs: null,
};

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
      fromOffset: 3,
      endOffset: 5,
      caughtUpMs: null,
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
      fromOffset: 4,
      endOffset: 9,
      caughtUpMs: null,
      halted: null,
      recordsRead: 0,
      recordsApplied: 0,
      positionsDecoded: 0,
      deadLetters: 0,
    },
  ]);
  assert.deepEqual(projection, {
    id: "test",
    version: PROJECTION_VERSION,
    revision: 1,
    positionsSuperseded: 1,
    satellitesPending: 0,
  });
  assert.deepEqual(topics, [
    { ...TOPIC, name: "a_topic", newestPositionMs: NOW_MS },
    { ...TOPIC, name: "b_topic" },
  ]);
});

Deno.test("StatusBoard tells which topics the log does not have, once it has answered", () => {
  using test = new GivenBoard();
  const { given, board } = test;
  given.apply([batchOf("a_topic", 0, [event])]);
  const ofA = { ...TOPIC, name: "a_topic", newestPositionMs: NOW_MS };
  assert.deepEqual(board.read().topics, [{ ...ofA, isInLog: null }]);
  board.noteTopics([]);
  assert.deepEqual(board.read().topics, [{ ...ofA, isInLog: false }]);
  board.noteTopics([{ ...topic("a_topic", 0, 1), retentionMs: 5 }]);
  assert.deepEqual(board.read().topics, [{ ...ofA, retentionMs: 5 }]);
});

Deno.test("StatusBoard tells since when there is something that is not applied", () => {
  using test = new GivenBoard();
  const { given, board } = test;
  const caughtUpMs = () => board.read().partitions[0]!.caughtUpMs;
  given.apply([batchOf("a_topic", 0, [event])]);
  board.noteTopics([topic("a_topic", 0, 2)]);
  assert.equal(caughtUpMs(), null);
  given.apply([batchOf("a_topic", 1, [event])]);
  assert.equal(caughtUpMs(), 1_000);
  test.nowMs = 9_000;
  // What was appended while it was asked may be missing.
  board.noteTopics([topic("a_topic", 0, 3)], 8_000);
  assert.equal(caughtUpMs(), 1_000);
  given.apply([batchOf("a_topic", 2, [event])]);
  assert.equal(caughtUpMs(), 8_000);
});

Deno.test("StatusBoard goes on from where the projector before was with this log", () => {
  using test = new GivenBoard();
  const { given, board } = test;
  given.apply([batchOf("a_topic", 0, [event, event])]);
  const left = statusOf({
    eventLog: "sqlite:data/events.db",
    logAnsweredMs: 500,
    partitions: [partitionOf({
      topic: "a_topic",
      fromOffset: 2,
      endOffset: 3,
      caughtUpMs: 400,
    })],
  });
  const caughtUpMs = () => board.read().partitions[0]!.caughtUpMs;
  board.goOnFrom(null);
  board.goOnFrom({ ...left, eventLog: "sqlite:data/others.db" });
  const halted = { ...left.partitions[0]!, halted: "It is another log" };
  board.goOnFrom({ ...left, partitions: [halted] });
  assert.equal(caughtUpMs(), null);
  board.goOnFrom(left);
  board.noteTopics([topic("a_topic", 0, 9)]);
  assert.equal(caughtUpMs(), 400);
  given.apply([batchOf("a_topic", 2, [event])]);
  assert.equal(caughtUpMs(), 500);
});

Deno.test("StatusBoard tells how fast records are applied", () => {
  using test = new GivenBoard();
  const { given, board } = test;
  assert.equal(board.read().rate, null);
  given.apply([batchOf("a_topic", 0, [event, "garbage", event])]);
  test.nowMs += 10_000;
  assert.deepEqual(board.read().rate, {
    overSeconds: 10,
    recordsPerSecond: 0.2,
    positionsPerSecond: 0.2,
  });
});

Deno.test("StatusBoard knows no end of a partition that the log does not have, and none before what was applied", () => {
  using test = new GivenBoard();
  const { given, board } = test;
  given.apply([batchOf("a_topic", 0, [event]), batchOf("b_topic", 0, [event])]);
  // It was asked before that was appended.
  board.noteTopics([topic("b_topic", 0, 0)]);
  const { partitions } = board.read();
  assert.deepEqual(
    partitions.map(({ fromOffset, endOffset }) => [fromOffset, endOffset]),
    [[1, null], [1, 1]],
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
    [partition!.fromOffset, partition!.endOffset, partition!.halted],
    [3, 1, "It was cut off"],
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

Deno.test("StatusBoard calls a log away that hangs: that neither answers nor fails", () => {
  using test = new GivenBoard();
  const { board } = test;
  board.noteTopics([]);
  test.nowMs += ANSWER_STANDS_MS - 1;
  assert.equal(board.read().logTrouble, null);
  test.nowMs++;
  const silent = { reason: "it does not answer", sinceMs: 1_000 };
  assert.deepEqual(board.read().logTrouble, silent);
  board.noteTopics([]);
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
