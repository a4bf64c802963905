import assert from "node:assert/strict";
import { findSilence } from "./find_silence.ts";
import {
  answerOf,
  deadProjector,
  NOW_MS,
  topicOf,
} from "./testdata/given_status.ts";

function silenceOf(
  topic: Parameters<typeof topicOf>[0],
  answer = answerOf(),
) {
  return findSilence(topicOf(topic), answer, NOW_MS)?.kind ?? null;
}

Deno.test("findSilence() waits ten seconds, or five steps where they are longer", () => {
  const of = (seconds: number, step_seconds: number | null) =>
    silenceOf({
      newest_position: new Date(NOW_MS - 1_000 * seconds).toISOString(),
      step_seconds,
    });
  assert.equal(of(10, 1), "heard");
  assert.equal(of(11, 1), "silent");
  assert.equal(of(11, null), "silent");
  assert.equal(of(300, 60), "heard");
  assert.equal(of(301, 60), "silent");
});

Deno.test("findSilence() tells of a producer whose clock is ahead", () => {
  const newest_position = new Date(NOW_MS + 6_000).toISOString();
  assert.equal(silenceOf({ newest_position }), "ahead");
});

Deno.test("findSilence() blames no producer for what nobody has read", () => {
  const newest_position = new Date(NOW_MS - 3_600_000).toISOString();
  const [partition] = answerOf().partitions;
  const unread = [
    deadProjector(),
    answerOf({ partitions: [{ ...partition!, lag: 9, lag_seconds: 60 }] }),
    answerOf({ partitions: [{ ...partition!, halted: "another record" }] }),
  ];
  for (const answer of unread) {
    assert.equal(silenceOf({ newest_position }, answer), "unknown");
  }
  const other = { ...partition!, topic: "aqua_topic", lag_seconds: 60 };
  const answer = answerOf({ partitions: [partition!, other] });
  assert.equal(silenceOf({ newest_position }, answer), "silent");
});

Deno.test("findSilence() says nothing of a topic without positions", () => {
  assert.equal(silenceOf({ newest_position: null }), null);
});
