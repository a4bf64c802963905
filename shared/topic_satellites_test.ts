import assert from "node:assert/strict";
import { parseTopicSatellites } from "./topic_satellites.ts";

Deno.test("parseTopicSatellites() takes names, numbers, and spaces between", () => {
  assert.deepEqual(
    parseTopicSatellites("test_topic:terra, sky.1-x : 25544 ,c:so-50"),
    new Map([
      ["test_topic", { noradId: 25994, name: "TERRA" }],
      ["sky.1-x", { noradId: 25544, name: "ISS (ZARYA)" }],
      ["c", { noradId: 27607, name: "SAUDISAT 1C (SO-50)" }],
    ]),
  );
});

Deno.test("parseTopicSatellites() calls a satellite that is not well known by its number", () => {
  assert.deepEqual(
    parseTopicSatellites("a:999999999,b:1"),
    new Map([
      ["a", { noradId: 999_999_999, name: "999999999" }],
      ["b", { noradId: 1, name: "1" }],
    ]),
  );
});

Deno.test("parseTopicSatellites() refuses what is no such list", () => {
  for (
    const text of [
      "",
      "test_topic",
      "test_topic:",
      ":TERRA",
      "test topic:TERRA",
      "a:TERRA,",
      "a:TERRA,,b:AQUA",
      "a:NO SUCH SATELLITE",
      "a:0",
      "a:1000000000",
      "a:-5",
      "a:1.5",
      "a:1e3",
      "a:TERRA,a:AQUA",
      `${"a".repeat(250)}:TERRA`,
    ]
  ) {
    assert.equal(parseTopicSatellites(text), null, text);
  }
});
