import assert from "node:assert/strict";
import { gapThresholdMs, stepMs } from "./step.ts";
import { every, HOUR, MemoryProjection } from "./testdata/memory_projection.ts";

function stepOf(timesMs: readonly number[], toMs = HOUR * 2): number | null {
  using given = new MemoryProjection("a_topic");
  given.record({ topic: "a_topic", timesMs: [HOUR, ...timesMs] });
  const range = { fromMs: HOUR + 1, toMs };
  return stepMs(given.projection, given.recordings()[0]!, range);
}

Deno.test("stepMs() is the median distance of the last twelve samples of the range", () => {
  const times = [
    ...every(60_000, HOUR + 60_000, HOUR + 3_000_000),
    ...every(1000, HOUR + 3_000_000, HOUR + 3_012_000),
  ];
  assert.equal(stepOf(times), 1000);
  assert.equal(stepOf(times, HOUR + 3_000_001), 60_000);
});

Deno.test("stepMs() is not misled by a gap", () => {
  const times = [1000, 2000, 3000, 900_000, 901_000, 902_000];
  assert.equal(stepOf(times.map((ms) => HOUR + ms)), 1000);
});

Deno.test("stepMs() is null where there are fewer than two samples", () => {
  assert.equal(stepOf([HOUR + 1000]), null);
  assert.equal(stepOf([]), null);
  assert.equal(stepOf([HOUR + 1000, HOUR + 8000]), 7000);
});

Deno.test("gapThresholdMs() is five steps, and 5 s at least", () => {
  assert.deepEqual(
    [null, 100, 1000, 1001, 60_000].map(gapThresholdMs),
    [5000, 5000, 5000, 5005, 300_000],
  );
});
