import assert from "node:assert/strict";
import type { Progress } from "../../shared/projection/read_progress.ts";
import { RateMeter } from "./rate_meter.ts";

/** A projection of two partitions, to which so many records were applied. */
function progressOf(records: number): Progress {
  const partition = {
    topic: "a_topic",
    partition: 0,
    nextOffset: 1,
    recordsRead: 1_000_000,
    recordsApplied: 100_000,
    positionsDecoded: 7,
    halted: null,
  };
  return {
    id: "test",
    version: 2,
    revision: 1,
    positionsSuperseded: 0,
    satellitesPending: 0,
    topics: [],
    partitions: [partition, {
      ...partition,
      partition: 1,
      recordsApplied: records,
      positionsDecoded: records * 60,
    }],
  };
}

const rateOf = (overSeconds: number, recordsPerSecond: number) => ({
  overSeconds,
  recordsPerSecond,
  positionsPerSecond: recordsPerSecond * 60,
});

Deno.test("RateMeter tells no rate until some seconds have passed", () => {
  const meter = new RateMeter();
  assert.equal(meter.measure(progressOf(50), 1_000), null);
  assert.equal(meter.measure(progressOf(90), 4_999), null);
  assert.deepEqual(meter.measure(progressOf(90), 5_000), rateOf(4, 10));
});

Deno.test("RateMeter tells what was applied in the last half minute, and nothing once that is nothing", () => {
  const meter = new RateMeter();
  const measure = (records: number, seconds: number) =>
    meter.measure(progressOf(records), seconds * 1000);
  for (let s = 0; s <= 100; s += 2) measure(s * 5, s);
  assert.deepEqual(measure(505, 101), rateOf(31, 5));
  for (let s = 102; s <= 116; s += 2) measure(505, s);
  assert.deepEqual(measure(505, 130), rateOf(30, 5 / 30));
  assert.deepEqual(measure(505, 140), rateOf(30, 0));
});

Deno.test("RateMeter begins anew where the clock was set back", () => {
  const meter = new RateMeter();
  meter.measure(progressOf(0), 100_000);
  assert.equal(meter.measure(progressOf(10), 1_000), null);
  assert.deepEqual(meter.measure(progressOf(30), 5_000), rateOf(4, 5));
});
