import assert from "node:assert/strict";
import { groupTopic } from "./group_topic.ts";
import { manySatellites } from "./testdata/many_satellites.ts";

const topicOf = (words: string[], count: number) =>
  groupTopic({
    satellites: manySatellites(count),
    answers: new Map(words.map((w) => [w, { elementSets: [], problems: [] }])),
  });

Deno.test("groupTopic() is named after a group that is all there is to produce", () => {
  assert.equal(topicOf(["all"], 4), "all_topic");
  assert.equal(topicOf(["Last 30 days"], 200), "last_30_days_topic");
  assert.equal(topicOf(["TERRA"], 1), undefined);
  assert.equal(topicOf(["TERRA", "AQUA"], 2), undefined);
});

Deno.test("groupTopic() does not give each of many satellites a topic", () => {
  assert.equal(topicOf(["stations", "TERRA"], 50), undefined);
  assert.throws(() => topicOf(["stations", "TERRA"], 51), {
    name: "SettingsError",
    message:
      "Cannot start as TOPIC must be set where SATELLITES are more than 50 and not one group: current number is 51",
  });
});
