import assert from "node:assert/strict";
import type { Moment } from "../feed/moment.ts";
import type { ChartData } from "./chart_data.ts";
import { ChartSummary } from "./chart_summary.ts";

const FROM_MS = Date.UTC(2026, 7, 23, 12);
const HOUR_MS = 3_600_000;
const range = { fromMs: FROM_MS, toMs: FROM_MS + HOUR_MS };
const point = {
  timeMs: FROM_MS,
  longitudeDeg: 1,
  latitudeDeg: 2,
  altitudeKm: 700,
  lowKm: 700,
  highKm: 700,
};
const empty: ChartData = {
  runs: [],
  newest: point,
  gaps: [],
  backfills: [],
  range,
  maxStepMs: 5_000,
  boundsKm: null,
};
const full: ChartData = { ...empty, runs: [[point]] };

/** Whether charts are told, drawn at a second of the page and of the range. */
function telling() {
  const summary = new ChartSummary();
  return (
    atS: number,
    shownS: number,
    {
      data = full,
      kind = "replay" as Moment["kind"],
      drawn = true,
      phase = "range" as const,
    } = {},
  ) => {
    if (drawn) summary.take(data);
    const nowMs = FROM_MS + 1_000 * atS;
    const shownMs = FROM_MS + 1_000 * shownS;
    const moment = { kind, nowMs, shownMs, range, silenceCounts: false };
    return summary.tell("TERRA", phase, moment)?.altitude ?? "";
  };
}

Deno.test("charts are told as soon as there is something in them, and then each ten seconds", () => {
  const told = telling();
  const kind = "live" as const;
  assert.match(told(0, 0, { data: empty, kind }), /no positions/);
  assert.match(told(1, 1, { kind }), /^Altitude of TERRA .* lowest 700/);
  assert.equal(told(10, 10, { kind }), "");
  // Nothing is drawn any more, but what was drawn is told yet.
  assert.match(told(11, 11, { kind, drawn: false }), /^Altitude/);
  assert.equal(told(30, 30, { kind, drawn: false }), "");
});

Deno.test("charts of a replay are told when it has gone on by a tenth of its range", () => {
  const told = telling();
  assert.match(told(0, 0), /^Altitude/);
  assert.equal(told(1, 359), "");
  assert.match(told(2, 360), /^Altitude/);
});

Deno.test("charts that stand still are told at each step", () => {
  const told = telling();
  const kind = "paused" as const;
  assert.match(told(0, 0), /^Altitude/);
  assert.match(told(1, 1, { kind }), /^Altitude/);
  assert.equal(told(2, 1, { kind }), "");
  assert.match(told(3, 2, { kind }), /^Altitude/);
});
