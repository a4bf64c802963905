import assert from "node:assert/strict";
import type { TopicStatus } from "./producer_status.ts";
import { whyNotReady } from "./why_not_ready.ts";

const topic = (
  name: string,
  given: Partial<TopicStatus> = {},
): TopicStatus => ({
  name,
  satelliteCount: 1,
  stepMs: 1000,
  taken: 1,
  refused: 0,
  latestMs: 0,
  takenMs: 0,
  refusal: null,
  silentMs: 0,
  ...given,
});

const elements = (given: Partial<TopicStatus> = {}) =>
  topic("element_sets", { stepMs: null, silentMs: null, ...given });

const why = (topics: readonly TopicStatus[]) =>
  whyNotReady({ stepMs: 1000, topics, satellites: [] });

Deno.test("whyNotReady() is silent of a producer whose ticks are taken, or not yet due", () => {
  assert.deepEqual(why([elements(), topic("a_topic")]), []);
  assert.deepEqual(
    why([elements(), topic("a_topic", { silentMs: 8_000 })]),
    [],
  );
  const stepMs = 3_600_000;
  const waiting = topic("a_topic", { taken: 0, stepMs, silentMs: 3_500_000 });
  assert.deepEqual(why([elements(), waiting]), []);
});

Deno.test("whyNotReady() tells of elements that no log has taken", () => {
  assert.deepEqual(
    why([elements({ taken: 0 }), topic("a_topic", { taken: 0 })]),
    ["element_sets has taken nothing yet"],
  );
});

Deno.test("whyNotReady() tells of each topic that refuses events or takes no ticks, and why", () => {
  assert.deepEqual(
    why([
      elements(),
      topic("a_topic", { refusal: "the disk is full" }),
      topic("b_topic", { silentMs: 8_001 }),
      topic("c_topic"),
    ]),
    [
      "a_topic takes no events: the disk is full",
      "b_topic has taken no tick for 8 s, and one is due every 1 s",
    ],
  );
});
