import assert from "node:assert/strict";
import { reportElementAges } from "./element_sets.ts";
import { findSatellites } from "./satellites.ts";

const TERRA_EPOCH_MS = Date.parse("2026-08-22T14:24:17.018Z");
const DAY_MS = 86_400_000;

function reportAt(nowMs: number): [message: string, level: string][] {
  const reports: [string, string][] = [];
  reportElementAges(
    findSatellites(["TERRA"]),
    nowMs,
    (message, level) => reports.push([message, level]),
  );
  return reports;
}

// By hand: P = 86,400 s / 14.61146993 = 5,913.2 s; at 94 d the mean motion
// gives 1.88 s and the drag 2.75e-6 * 94² * P = 143.7 s, so q = 143.7 s.
Deno.test("reportElementAges() warns in words of elements older than a week", () => {
  assert.deepEqual(reportAt(TERRA_EPOCH_MS + 94 * DAY_MS), [[
    "Elements of TERRA are 94 d old: expected to be 57 s off along its track " +
    "(95 %: within 287 s), without manoeuvres. Passes are off by as much",
    "warning",
  ]]);
});

Deno.test("reportElementAges() tells the age of fresh elements without warning", () => {
  const [[message, level]] = reportAt(TERRA_EPOCH_MS + 2 * DAY_MS) as [
    [string, string],
  ];
  assert.equal(level, "info");
  assert.match(
    message,
    /are 2 d old: expected to be 0\.03\d? s off .* 0\.15 s\)/,
  );
});

Deno.test("reportElementAges() warns of elements whose epoch is yet to come", () => {
  const [[message, level]] = reportAt(TERRA_EPOCH_MS - 30 * DAY_MS) as [
    [string, string],
  ];
  assert.equal(level, "warning");
  assert.match(message, /^Elements of TERRA are for 30 d from now: /);
});
