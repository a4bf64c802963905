import assert from "node:assert/strict";
import { defaultTopic } from "./default_topic.ts";

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
