import assert from "node:assert/strict";
import {
  batchOf,
  GivenProjection,
  NOW_MS,
  positions,
} from "../testdata/given_projection.ts";
import { auditCounts } from "./audit_counts.ts";
import { describeFault } from "./fault.ts";

/** Of two partitions, with a rival for one position and a dead letter. */
function givenCounted(): GivenProjection {
  const given = new GivenProjection();
  given.apply([
    batchOf("a_topic/0", 0, [
      positions({}, { timeMs: NOW_MS + 1 }),
      "garbage",
      positions({}),
    ]),
    batchOf("a_topic/1", 0, [positions({ noradId: 7 })]),
  ]);
  return given;
}

/** What is said when this was done to the one in use. */
function faultsAfter(sql: string, isWhole = true): string[] {
  using inUse = givenCounted();
  using fresh = givenCounted();
  assert.equal(inUse.db.prepare(sql).run().changes, 1, sql);
  const { faults } = auditCounts(inUse.projection, fresh.projection, {
    isWhole,
  });
  return faults.map(describeFault);
}

Deno.test("auditCounts() counts where all records and positions are", () => {
  using inUse = givenCounted();
  const { faults, topics, partitions } = auditCounts(
    inUse.projection,
    inUse.projection,
    { isWhole: true },
  );
  assert.deepEqual(faults, []);
  assert.deepEqual(topics, [{
    topic: "a_topic",
    positionsDecoded: 4,
    positionsStored: 3,
    positionsSuperseded: 1,
  }]);
  assert.deepEqual(
    partitions.map(({ lastRecordHash: _, ...counts }) => counts),
    [{
      topic: "a_topic",
      partition: 0,
      nextOffset: 3,
      recordsRead: 3,
      recordsApplied: 2,
      deadLetters: 1,
      positionsDecoded: 3,
    }, {
      topic: "a_topic",
      partition: 1,
      nextOffset: 1,
      recordsRead: 1,
      recordsApplied: 1,
      deadLetters: 0,
      positionsDecoded: 1,
    }],
  );
});

Deno.test("auditCounts() names the partition in which a record is nowhere, or counts are not those of the log", () => {
  assert.deepEqual(
    faultsAfter(
      "UPDATE checkpoints SET records_read = 9 WHERE partition = 1",
    ),
    [
      "a_topic/1: records read must be those applied and the dead letters: " +
      "current values are 9 = 1 + 0",
      "a_topic/1: by the log, its records read must be 1: current value is 9",
    ],
  );
  assert.deepEqual(faultsAfter("DELETE FROM dead_letters"), [
    "a_topic/0: records read must be those applied and the dead letters: " +
    "current values are 3 = 2 + 0",
    "a_topic/0: by the log, its dead letters must be 1: current value is 0",
  ]);
  assert.deepEqual(
    faultsAfter(
      "UPDATE checkpoints SET last_record_hash = 'x' WHERE partition = 1",
    ).map((said) => said.replace(/[0-9a-f]{8,}/, "HASH")),
    [
      "a_topic/1: by the log, its last record hash must be HASH: " +
      "current value is x",
    ],
  );
});

Deno.test("auditCounts() takes a partition that the log does not hold for one of which it gives nothing", () => {
  using inUse = givenCounted();
  using fresh = new GivenProjection();
  const { faults } = auditCounts(inUse.projection, fresh.projection, {
    isWhole: false,
  });
  const said = faults.map(describeFault);
  assert(said.includes(
    "a_topic/1: by the log, its records read must be 0: current value is 1",
  ));
});

Deno.test("auditCounts() names the topic in which a position is nowhere, and the satellite", () => {
  assert.deepEqual(faultsAfter("DELETE FROM positions WHERE norad_id = 7"), [
    "a_topic: positions decoded must be those stored and superseded: " +
    "current values are 4 = 2 + 1",
    "7 on a_topic: its samples must be 0: current value is 1",
  ]);
  assert.deepEqual(
    faultsAfter("UPDATE recordings SET samples = 5 WHERE norad_id = 7"),
    ["7 on a_topic: its samples must be 1: current value is 5"],
  );
});

Deno.test("auditCounts() compares the rest with the log where all of it was read", () => {
  const superseded = "UPDATE topics SET positions_superseded = 2";
  const nowhere = "a_topic: positions decoded must be those stored and " +
    "superseded: current values are 4 = 3 + 2";
  assert.deepEqual(faultsAfter(superseded, false), [nowhere]);
  assert.deepEqual(faultsAfter(superseded), [
    nowhere,
    "a_topic: by the log, its positions superseded must be 1: " +
    "current value is 2",
  ]);
  assert.deepEqual(
    faultsAfter("UPDATE recordings SET name = 'MIR' WHERE norad_id = 7"),
    ["7 on a_topic: by the log, its name must be TERRA: current value is MIR"],
  );
});
