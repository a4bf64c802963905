import assert from "node:assert/strict";
import { HOUR, MemoryProjection } from "./testdata/memory_projection.ts";
import { readProgress } from "./read_progress.ts";
import { PROJECTION_VERSION } from "./schema.ts";

Deno.test("readProgress() tells of a projection that is empty", () => {
  using given = new MemoryProjection();
  assert.deepEqual(readProgress(given.db), {
    id: "test",
    version: PROJECTION_VERSION,
    revision: 0,
    positionsSuperseded: 0,
    satellitesPending: 0,
    topics: [],
    partitions: [],
  });
});

Deno.test("readProgress() tells how far each topic and partition is, and of halted ones of which nothing was read", () => {
  using given = new MemoryProjection("b_topic", "a_topic", "c_topic");
  given.record({ topic: "a_topic", timesMs: [HOUR, HOUR + 2_000] });
  given.record({ topic: "a_topic", timesMs: [HOUR + 3_000], noradId: 27424 });
  given.record({ topic: "b_topic", timesMs: [HOUR + 1_000] });
  given.db.exec(`
    UPDATE projection SET revision = 5;
    UPDATE topics SET positions_superseded = 4;
    INSERT INTO pending VALUES
      ('nodes', 25994, 0, 1), ('audits', 25994, 0, 1), ('nodes', 27424, 0, 1);
    INSERT INTO checkpoints VALUES
      (1, 0, 0, NULL, 0, 0, 0, 'It is another log'),
      (2, 1, 9, NULL, 8, 7, 70, NULL),
      (2, 0, 3, NULL, 3, 3, 30, NULL);
  `);
  const partition = {
    topic: "a_topic",
    partition: 0,
    nextOffset: 3,
    recordsRead: 3,
    recordsApplied: 3,
    positionsDecoded: 30,
    halted: null,
  };
  assert.deepEqual(readProgress(given.db), {
    id: "test",
    version: PROJECTION_VERSION,
    revision: 5,
    positionsSuperseded: 12,
    satellitesPending: 2,
    topics: [
      { name: "a_topic", newestPositionMs: HOUR + 3_000 },
      { name: "b_topic", newestPositionMs: HOUR + 1_000 },
      { name: "c_topic", newestPositionMs: null },
    ],
    partitions: [
      partition,
      {
        ...partition,
        partition: 1,
        nextOffset: 9,
        recordsRead: 8,
        recordsApplied: 7,
        positionsDecoded: 70,
      },
      {
        topic: "b_topic",
        partition: 0,
        nextOffset: null,
        recordsRead: 0,
        recordsApplied: 0,
        positionsDecoded: 0,
        halted: "It is another log",
      },
    ],
  });
});
