import { deepEqual, equal } from "node:assert/strict";
import type { SatelliteInfo } from "../feed/contract.ts";
import { findRows, rowOf, sortRows } from "./table_rows.ts";

const nowMs = Date.parse("2026-08-23T14:00:00Z");

const info = (
  norad_id: number,
  name: string,
  change: Partial<SatelliteInfo> = {},
): SatelliteInfo => ({
  norad_id,
  name,
  first: "2026-08-22T14:00:00Z",
  last: "2026-08-23T13:59:58Z",
  samples: 86_400,
  step_seconds: 1,
  topics: ["a_topic"],
  latest: {
    time: "2026-08-23T13:59:58Z",
    latitude_deg: 10,
    longitude_deg: 20,
    altitude_km: 700,
    origin: "live",
  },
  element_set: {
    id: "3f2a9c41d07b",
    epoch: "2026-08-22T14:00:00Z",
    age_hours: 24,
    source: "test",
  },
  ...change,
});

Deno.test("rowOf() has what the server told of a satellite", () => {
  deepEqual(rowOf(info(25994, "TERRA"), nowMs), {
    noradId: 25994,
    name: "TERRA",
    longitudeDeg: 20,
    latitudeDeg: 10,
    altitudeKm: 700,
    lastMs: nowMs - 2_000,
    elementsAgeMs: 86_400_000,
    silenceMs: 0,
  });
});

Deno.test("rowOf() calls a satellite silent after five steps, and after five seconds at least", () => {
  const silenceOf = (last: string, step_seconds: number) =>
    rowOf(info(1, "A", { last, step_seconds }), nowMs).silenceMs;
  equal(silenceOf("2026-08-23T13:59:55Z", 0.1), 0);
  equal(silenceOf("2026-08-23T13:59:54Z", 0.1), 6_000);
  equal(silenceOf("2026-08-23T13:55:00Z", 60), 0);
  equal(silenceOf("2026-08-23T13:54:59Z", 60), 301_000);
});

const rows = [
  rowOf(info(3, "COSMOS 10"), nowMs),
  rowOf(info(20, "cosmos 9", { element_set: null }), nowMs),
  rowOf(info(100, "AQUA"), nowMs),
];

Deno.test("findRows() looks for a part of the name, or the beginning of the number", () => {
  const found = (text: string) =>
    findRows(rows, text).map(({ noradId }) => noradId);
  deepEqual(found(" cosmos"), [3, 20]);
  deepEqual(found("0"), [3]);
  deepEqual(found("10"), [3, 100]);
  deepEqual(found(""), [3, 20, 100]);
});

Deno.test("sortRows() sorts names as people do, and puts last what is not known", () => {
  const sorted = (
    column: "name" | "elementsAgeMs" | "noradId",
    isDown: boolean,
  ) => sortRows(rows, { column, isDown }).map(({ noradId }) => noradId);
  deepEqual(sorted("name", false), [100, 20, 3]);
  deepEqual(sorted("name", true), [3, 20, 100]);
  deepEqual(sorted("noradId", true), [100, 20, 3]);
  deepEqual(sorted("elementsAgeMs", false), [3, 100, 20]);
  deepEqual(sorted("elementsAgeMs", true), [3, 100, 20]);
});
