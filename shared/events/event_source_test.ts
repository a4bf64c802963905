import assert from "node:assert/strict";
import { eventSource } from "./event_source.ts";

const satelliteOf = (topic: string, set: Record<string, number> = {}) => {
  const entries = Object.entries(set).map(([topic, noradId]) =>
    [topic, { noradId, name: "SET" }] as const
  );
  return eventSource(topic, new Map(entries)).satellite?.noradId ?? null;
};

Deno.test("eventSource() tells the satellite by the topic's name, in any case", () => {
  for (
    const [topic, noradId] of [
      ["terra_topic", 25994],
      ["AQUA_Topic", 27424],
      ["aura_topic", 28376],
      ["iss_topic", 25544],
      ["noaa_20_topic", 43013],
      ["so-50_topic", 27607],
    ] as const
  ) {
    assert.equal(satelliteOf(topic), noradId, topic);
  }
});

Deno.test("eventSource() knows no satellite of a topic with another name", () => {
  for (
    const topic of [
      "nosuch_topic",
      "_topic",
      "terra",
      "terra_topics",
      "my_terra_topic",
      "element_sets",
    ]
  ) {
    assert.equal(satelliteOf(topic), null, topic);
  }
});

Deno.test("eventSource() takes the satellite that is set before the one in the name", () => {
  const set = { terra_topic: 1, anything: 2 };
  assert.equal(satelliteOf("terra_topic", set), 1);
  assert.equal(satelliteOf("anything", set), 2);
  assert.equal(satelliteOf("aqua_topic", set), 27424);
  // Topics that differ in case are two topics.
  assert.equal(satelliteOf("TERRA_topic", set), 25994);
});
