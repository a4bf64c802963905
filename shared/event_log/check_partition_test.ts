import assert from "node:assert/strict";
import { checkPartition, type PartitionState } from "./check_partition.ts";

const checkpoint = {
  topic: "terra_topic",
  partition: 0,
  nextOffset: 10,
  lastRecordHash: "aa",
};

const state: PartitionState = {
  firstOffset: 0,
  endOffset: 20,
  lastRecordHash: "aa",
};

Deno.test("checkPartition() lets a reader go on in the log that it knows", () => {
  for (const endOffset of [10, 11, 20]) {
    assert.equal(checkPartition(checkpoint, { ...state, endOffset }), null);
  }
});

Deno.test("checkPartition() halts where the log ends before the checkpoint", () => {
  const halted = checkPartition(checkpoint, { ...state, endOffset: 9 });
  assert.equal(halted?.kind, "halted");
  assert.match(
    halted.reason,
    /^Cannot read terra_topic\/0 on from offset 10 as .* ends at offset 9 .* delete the projection/,
  );
});

Deno.test("checkPartition() halts where the log begins after the checkpoint", () => {
  assert.equal(checkPartition(checkpoint, { ...state, firstOffset: 10 }), null);
  const halted = checkPartition(checkpoint, { ...state, firstOffset: 11 });
  assert.match(halted?.reason ?? "", /it begins at offset 11/);
});

Deno.test("checkPartition() halts where the last record is another", () => {
  const other = { ...state, lastRecordHash: "bb" };
  const halted = checkPartition(checkpoint, other);
  assert.match(halted?.reason ?? "", /must be aa, and is bb/);
});

Deno.test("checkPartition() goes on where the last record cannot be compared", () => {
  const unknown = { ...state, firstOffset: 10, lastRecordHash: null };
  assert.equal(checkPartition(checkpoint, unknown), null);
  const silent = { ...checkpoint, lastRecordHash: null };
  assert.equal(checkPartition(silent, state), null);
});

Deno.test("checkPartition() halts where there is no such partition, unless nothing was read", () => {
  const halted = checkPartition(checkpoint, null);
  assert.match(halted?.reason ?? "", /no such topic or partition/);
  const atStart = { ...checkpoint, nextOffset: 0, lastRecordHash: null };
  assert.equal(checkPartition(atStart, null), null);
});
