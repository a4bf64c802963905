import assert from "node:assert/strict";
import { readPaces } from "./read_paces.ts";
import { MemoryProjection } from "./testdata/memory_projection.ts";

Deno.test("readPaces() tells how many satellites a topic has, and the step of the one heard last", () => {
  using given = new MemoryProjection("b_topic", "a_topic", "empty_topic");
  const everyMinute = [0, 60_000, 120_000, 180_000];
  const everySecond = [60_000, 61_000, 62_000, 63_000];
  given.record({ topic: "a_topic", noradId: 1, timesMs: everyMinute });
  given.record({ topic: "a_topic", noradId: 2, timesMs: everySecond });
  given.record({ topic: "b_topic", noradId: 2, timesMs: [5_000] });
  assert.deepEqual(readPaces(given.projection), [
    { topic: "a_topic", satellites: 2, stepMs: 60_000 },
    { topic: "b_topic", satellites: 1, stepMs: null },
  ]);
});
