import assert from "node:assert/strict";
import { gapThresholdMs, stepMs } from "./step.ts";
import {
  every,
  HOUR,
  type MemoryProjection,
  TERRA,
  testOpenAndSealed,
} from "./testdata/memory_projection.ts";

function stepOf(
  Given: typeof MemoryProjection,
  timesMs: readonly number[],
  endMs = HOUR * 2,
): number | null {
  using given = new Given("a_topic");
  given.record({ topic: "a_topic", timesMs });
  return stepMs(given.projection, { noradId: TERRA, topicRef: 1 }, endMs);
}

testOpenAndSealed(
  "stepMs() is the median distance of the last twelve samples before an instant",
  (Given) => {
    const times = [
      ...every(60_000, HOUR + 60_000, HOUR + 3_000_000),
      ...every(1000, HOUR + 3_000_000, HOUR + 3_012_000),
    ];
    assert.equal(stepOf(Given, times), 1000);
    assert.equal(stepOf(Given, times, HOUR + 3_000_001), 60_000);
  },
);

testOpenAndSealed("stepMs() is not misled by a gap", (Given) => {
  const times = [1000, 2000, 3000, 900_000, 901_000, 902_000];
  assert.equal(stepOf(Given, times.map((ms) => HOUR + ms)), 1000);
});

testOpenAndSealed(
  "stepMs() is null where there are fewer than two samples",
  (Given) => {
    assert.equal(stepOf(Given, [HOUR + 1000]), null);
    assert.equal(stepOf(Given, []), null);
    assert.equal(stepOf(Given, [HOUR + 1000, HOUR + 8000]), 7000);
  },
);

Deno.test("gapThresholdMs() is five steps, and 5 s at least", () => {
  assert.deepEqual(
    [null, 100, 1000, 1001, 60_000].map(gapThresholdMs),
    [5000, 5000, 5000, 5005, 300_000],
  );
});

testOpenAndSealed("stepMs() looks into the hours before", (Given) => {
  const times = every(1_000_000, HOUR, HOUR + 20_000_000);
  assert.equal(stepOf(Given, times), 1_000_000);
  assert.equal(stepOf(Given, times, HOUR + 1_000_001), 1_000_000);
  assert.equal(stepOf(Given, [...times, HOUR + 19_000_001]), 1_000_000);
});
