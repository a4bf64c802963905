import assert from "node:assert/strict";
import { createSatellite, type Satellite } from "../satellites.ts";
import { bundledSatellites } from "../testdata/bundled_satellites.ts";
import { predictedSet } from "../testdata/predicted_set.ts";
import { ElementAges } from "./element_ages.ts";

const TERRA_EPOCH_MS = Date.parse("2026-08-22T14:24:17.018Z");
const DAY_MS = 86_400_000;

function given() {
  const reports: [message: string, level: string][] = [];
  const ages = new ElementAges((message, level) =>
    reports.push([message, level])
  );
  return { ages, reports };
}

function reportAt(nowMs: number): [message: string, level: string][] {
  const { ages, reports } = given();
  ages.tell(bundledSatellites(["TERRA"]), nowMs);
  return reports;
}

// By hand: P = 86,400 s / 14.61146993 = 5,913.2 s; at 94 d the mean motion
// gives 1.88 s and the drag 2.75e-6 * 94² * P = 143.7 s, so q = 143.7 s.
Deno.test("ElementAges warns in words of elements older than a week", () => {
  assert.deepEqual(reportAt(TERRA_EPOCH_MS + 94 * DAY_MS), [[
    "Elements of TERRA are 94 d old: expected to be 57 s off along its track " +
    "(95 %: within 287 s), without manoeuvres. Passes are off by as much",
    "warning",
  ]]);
});

// 0.4 q is half a revolution, 2,957 s, at 675 d.
Deno.test("ElementAges tells no seconds where half a revolution is expected", () => {
  const said = (days: number) =>
    reportAt(TERRA_EPOCH_MS + days * DAY_MS)[0]![0];
  assert.match(said(670), /expected to be 29\d\d s off/);
  assert.equal(
    said(680),
    "Elements of TERRA are 680 d old: it may be anywhere on its orbit",
  );
});

Deno.test("ElementAges tells the age of fresh elements without warning", () => {
  const [[message, level]] = reportAt(TERRA_EPOCH_MS + 2 * DAY_MS) as [
    [string, string],
  ];
  assert.equal(level, "info");
  assert.match(
    message,
    /are 2 d old: expected to be 0\.03\d? s off .* 0\.15 s\)/,
  );
});

Deno.test("ElementAges warns of elements whose epoch is yet to come", () => {
  const [[message, level]] = reportAt(TERRA_EPOCH_MS - 30 * DAY_MS) as [
    [string, string],
  ];
  assert.equal(level, "warning");
  assert.match(message, /^Elements of TERRA are for 30 d from now: /);
});

Deno.test("ElementAges warns again when a set has grown old, and tells of the next one", () => {
  const { ages, reports } = given();
  const [terra] = bundledSatellites(["TERRA"]) as [Satellite];
  const at = (days: number) =>
    ages.tell([terra], TERRA_EPOCH_MS + days * DAY_MS);
  for (const days of [6, 6.9, 7.1, 7.2, 20]) at(days);
  assert.deepEqual(reports.map(([, level]) => level), ["info", "warning"]);
  const set = predictedSet(terra.elements.set, 20);
  terra.use({ set, source: "celestrak", receivedMs: 0 });
  at(20.5);
  at(21);
  assert.equal(reports.length, 3);
  assert.match(reports[2]![0], /^Elements of TERRA are 12 h old/);
});

Deno.test("ElementAges counts the satellites of a catalogue, once an hour at most", () => {
  const { ages, reports } = given();
  const [terra] = bundledSatellites(["TERRA"]) as [Satellite];
  const satellites = Array.from({ length: 30 }, (_, i) => {
    const set = predictedSet(terra.elements.set, i < 5 ? 0 : 10);
    return createSatellite({
      ...terra.elements,
      set: { ...set, noradId: 100_000 + i },
    });
  });
  const count = (old: number) => [
    `Elements of 30 satellites: ${old} are older than 7 d, or for a time to come`,
    "warning",
  ];
  const startMs = TERRA_EPOCH_MS + 10 * DAY_MS;
  ages.tell(satellites, startMs);
  assert.deepEqual(reports, [count(5)]);
  const [first] = satellites as [Satellite];
  const set = predictedSet(first.elements.set, 10);
  first.use({ ...first.elements, set });
  ages.tell(satellites, startMs + 60_000);
  assert.deepEqual(reports.length, 1);
  ages.tell(satellites, startMs + 3_600_000);
  ages.tell(satellites, startMs + 7_200_000);
  assert.deepEqual(reports.slice(1), [count(4)]);
});
