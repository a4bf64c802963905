import { deepEqual, equal } from "node:assert/strict";
import fc from "fast-check";
import { windowFor, windowLengthMs, windows } from "./live_windows.ts";
import { shiftSpan, stepMoment, viewRangeOf } from "./spans.ts";

const hour = 3_600_000;
const nowMs = Date.UTC(2026, 7, 23, 14, 36, 42, 400);

Deno.test("viewRangeOf() fixes a range whose end lies behind now", () => {
  const toMs = nowMs - 60_000;
  deepEqual(viewRangeOf({ fromMs: toMs - hour, toMs }, { nowMs }), {
    kind: "fixed",
    fromMs: toMs - hour - 400,
    toMs: toMs - 400,
  });
});

Deno.test("viewRangeOf() takes a range up to now for the window of its length", () => {
  for (const window of windows) {
    const fromMs = nowMs - windowLengthMs[window] * 1.005;
    deepEqual(viewRangeOf({ fromMs, toMs: nowMs }, { nowMs }), {
      kind: "live",
      window,
    });
  }
});

Deno.test("viewRangeOf() lets another length run on into live from where it begins", () => {
  deepEqual(viewRangeOf({ fromMs: nowMs - 2 * hour, toMs: nowMs }, { nowMs }), {
    kind: "fixed",
    fromMs: nowMs - 2 * hour - 400,
    toMs: null,
  });
});

Deno.test("viewRangeOf() takes an end near to now for now", () => {
  const toMs = nowMs - 50_000;
  const range = { fromMs: toMs - hour, toMs };
  const near = viewRangeOf(range, { nowMs, nearMs: 50_000 });
  deepEqual(near, { kind: "live", window: "1h" });
  equal(viewRangeOf(range, { nowMs, nearMs: 49_999 }).kind, "fixed");
});

Deno.test("viewRangeOf() always returns a range that can be shown", () => {
  const time = fc.integer({ min: nowMs - 40 * 24 * hour, max: nowMs });
  fc.assert(fc.property(time, time, (a, b) => {
    const range = { fromMs: Math.min(a, b), toMs: Math.max(a, b) };
    const view = viewRangeOf(range, { nowMs });
    if (view.kind === "live") return;
    equal(view.fromMs % 1_000, 0);
    equal(view.fromMs < (view.toMs ?? nowMs), true);
  }));
});

Deno.test("shiftSpan() goes one span back, which fixes it, and forward again", () => {
  const toMs = Date.UTC(2026, 7, 23, 12);
  const range = { fromMs: toMs - hour, toMs };
  const back = { fromMs: toMs - 2 * hour, toMs: toMs - hour };
  deepEqual(shiftSpan(range, -1, nowMs), { kind: "fixed", ...back });
  deepEqual(shiftSpan(back, 1, nowMs), { kind: "fixed", ...range });
});

Deno.test("shiftSpan() ends at now, and is live there", () => {
  const toMs = nowMs - hour / 2;
  deepEqual(shiftSpan({ fromMs: toMs - hour, toMs }, 1, nowMs), {
    kind: "live",
    window: "1h",
  });
  deepEqual(shiftSpan({ fromMs: toMs - 2 * hour, toMs }, 1, nowMs), {
    kind: "fixed",
    fromMs: nowMs - 2 * hour - 400,
    toMs: null,
  });
});

Deno.test("windowFor() finds the shortest window that holds as much", () => {
  equal(windowFor(120_000), "1h");
  equal(windowFor(hour), "1h");
  equal(windowFor(hour + 1), "6h");
  equal(windowFor(400 * 24 * hour), "31d");
});

Deno.test("stepMoment() goes from point to point, within the range", () => {
  const range = { fromMs: 0, toMs: 100_000 };
  const step = (shownMs: number, direction: -1 | 1) =>
    stepMoment(shownMs, direction, { stepMs: 20_000, range });
  equal(step(40_000, 1), 60_000);
  equal(step(40_000, -1), 20_000);
  equal(step(47_000, 1), 60_000);
  equal(step(47_000, -1), 40_000);
  equal(step(95_000, 1), 100_000);
  equal(step(20_000, -1), 1_000);
});
