import assert from "node:assert/strict";
import { findLag } from "./find_lag.ts";
import type { PartitionStatus, ProjectorStatus } from "./projector_status.ts";
import { NOW_MS, partitionOf, statusOf } from "./testdata/given_status.ts";

const find = (
  partition: Partial<PartitionStatus>,
  status: Partial<ProjectorStatus> = {},
) => findLag(partitionOf(partition), statusOf(status), NOW_MS);

const CAUGHT_UP = { fromOffset: 10, endOffset: 10 };
const UNKNOWN = { records: null, seconds: null };

Deno.test("findLag() tells records that are not applied, and since when there are some", () => {
  const caughtUpMs = NOW_MS - 6_500;
  assert.deepEqual(find({ fromOffset: 10, endOffset: 12, caughtUpMs }), {
    records: 2,
    seconds: 6.5,
  });
  assert.deepEqual(find(CAUGHT_UP), { records: 0, seconds: 0 });
});

Deno.test("findLag() knows no seconds where it was never seen to be at the end, or only by another clock", () => {
  for (const caughtUpMs of [null, NOW_MS, NOW_MS + 1]) {
    assert.deepEqual(find({ caughtUpMs }), { records: 2, seconds: null });
  }
});

Deno.test("findLag() knows nothing of a projector that was stopped, or is gone", () => {
  assert.deepEqual(find(CAUGHT_UP, { hasStopped: true }), UNKNOWN);
  for (const agoMs of [10_000, -10_000]) {
    assert.deepEqual(find(CAUGHT_UP, { updatedMs: NOW_MS - agoMs }), UNKNOWN);
  }
});

Deno.test("findLag() knows nothing while the log is in trouble, or has not answered for long", () => {
  const logTrouble = { reason: "it is away", sinceMs: NOW_MS - 1 };
  assert.deepEqual(find(CAUGHT_UP, { logTrouble }), UNKNOWN);
  assert.deepEqual(find(CAUGHT_UP, { logAnsweredMs: null }), UNKNOWN);
  const asked = (agoMs: number) =>
    find(CAUGHT_UP, { logAnsweredMs: NOW_MS - agoMs }).records;
  assert.deepEqual([14_999, 15_000, -15_000].map(asked), [0, null, null]);
});

Deno.test("findLag() knows nothing of a partition that the log does not have", () => {
  assert.deepEqual(find({ endOffset: null }), UNKNOWN);
});

Deno.test("findLag() never takes a partition that has halted for one at the end", () => {
  const halted = "It is another log";
  for (const endOffset of [10, 1]) {
    assert.deepEqual(find({ fromOffset: 10, endOffset, halted }), UNKNOWN);
  }
  const behind = { fromOffset: 10, endOffset: 12, halted };
  assert.deepEqual(find(behind), { records: 2, seconds: null });
});
