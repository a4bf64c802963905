import assert from "node:assert/strict";
import { bundledSatellites } from "./testdata/bundled_satellites.ts";
import { createChannels, defaultTopic } from "./topics.ts";

const shape = (words: string[], topic?: string) =>
  createChannels(bundledSatellites(words), { topic, stepMs: 1000 })
    .map(({ topic, key, tracks }) => ({
      topic,
      key,
      names: tracks.map(({ satellite }) => satellite.name),
    }));

Deno.test("createChannels() gives each satellite a topic and its number as key", () => {
  assert.deepEqual(shape(["TERRA", "iss"]), [
    { topic: "terra_topic", key: "25994", names: ["TERRA"] },
    { topic: "iss_topic", key: "25544", names: ["ISS (ZARYA)"] },
  ]);
});

Deno.test("createChannels() puts all on one topic if told, with its name as key", () => {
  assert.deepEqual(shape(["TERRA", "AQUA"], "eos_topic"), [
    { topic: "eos_topic", key: "eos_topic", names: ["TERRA", "AQUA"] },
  ]);
  assert.deepEqual(shape(["TERRA"], "mine"), [
    { topic: "mine", key: "25994", names: ["TERRA"] },
  ]);
});

Deno.test("defaultTopic() makes a topic's name of any satellite's", () => {
  const names = [
    "TERRA",
    "ISS (ZARYA)",
    "COSMOS 2251 DEB",
    "CBERS-4/A",
    "43013",
  ];
  assert.deepEqual(names.map((name) => defaultTopic({ name })), [
    "terra_topic",
    "iss_topic",
    "cosmos_2251_deb_topic",
    "cbers-4_a_topic",
    "43013_topic",
  ]);
});
