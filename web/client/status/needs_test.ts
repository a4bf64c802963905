import assert from "node:assert/strict";
import type { SatelliteInfo } from "../feed/contract.ts";
import { SatelliteRecord } from "../feed/satellite_record.ts";
import { givenServer } from "../testdata/given_server.ts";
import { Needs } from "./needs.ts";
import { answerOf, knownOf, NOW_MS, topicOf } from "./testdata/given_status.ts";

Deno.test("Needs are what the status says and elements that are old, as soon as satellites are known", () => {
  let asked = 0;
  using _server = givenServer(() => {
    asked++;
    return Response.json({ satellites: [] });
  });
  const epoch = new Date(NOW_MS - 99 * 86_400_000).toISOString();
  const info = {
    norad_id: 25994,
    name: "TERRA",
    element_set: { id: "", epoch, age_hours: null, source: "bundled" },
  } as SatelliteInfo;
  const satellites = new Map([[25994, new SatelliteRecord(info, 20_000)]]);
  const silent = topicOf({ newest_position: "2026-11-23T11:58:00Z" });
  const needs = new Needs();
  const find = (answer: Parameters<typeof knownOf>[0]) =>
    needs.find(knownOf(answer), { satellites }).map((one) => one.message);
  const old = "The elements of TERRA are up to 99 d old";
  assert.deepEqual(find(null), [old]);
  assert.deepEqual(find(answerOf({ topics: [silent] })), [
    "terra_topic has been silent since 11:58:00 UTC",
    old,
  ]);
  assert.equal(asked, 1, "what they are off by does not change each second");
});
