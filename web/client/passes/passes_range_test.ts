import { deepEqual, equal } from "node:assert/strict";
import {
  defaultViewState,
  type ViewState,
} from "../time_control/view_state.ts";
import { isMoving, listedDaysBack, passesRange } from "./passes_range.ts";

const nowMs = Date.UTC(2026, 7, 23, 14, 36, 42);
const dayMs = 86_400_000;
const live = defaultViewState;
const fixed = (fromMs: number, toMs: number | null): ViewState => ({
  ...live,
  range: { kind: "fixed", fromMs, toMs },
});

Deno.test("passesRange() lies about now where the page is live, in whole minutes", () => {
  deepEqual(passesRange(live, nowMs), {
    fromMs: Date.UTC(2026, 7, 22, 14, 36),
    toMs: Date.UTC(2026, 7, 24, 14, 37),
    isCut: false,
  });
});

Deno.test("passesRange() lies about where the page is paused", () => {
  const atMs = nowMs - 3 * dayMs;
  const { fromMs, toMs } = passesRange({ ...live, atMs }, nowMs);
  deepEqual([fromMs, toMs], [
    Date.UTC(2026, 7, 19, 14, 36),
    Date.UTC(2026, 7, 21, 14, 37),
  ]);
});

Deno.test("passesRange() is a fixed range itself, and goes ahead where it has no end", () => {
  const fromMs = nowMs - 3 * dayMs;
  const toMs = nowMs - 2 * dayMs;
  deepEqual(passesRange(fixed(fromMs, toMs), nowMs), {
    fromMs,
    toMs,
    isCut: false,
  });
  deepEqual(passesRange(fixed(fromMs, null), nowMs), {
    fromMs,
    toMs: Date.UTC(2026, 7, 24, 14, 37),
    isCut: false,
  });
});

Deno.test("passesRange() keeps the last 31 days of what is longer", () => {
  deepEqual(passesRange(fixed(nowMs - 40 * dayMs, nowMs), nowMs), {
    fromMs: nowMs - 31 * dayMs,
    toMs: nowMs,
    isCut: true,
  });
});

Deno.test("isMoving() is true of what has no end and is not paused", () => {
  equal(isMoving(live), true);
  equal(isMoving(fixed(nowMs - 1, null)), true);
  equal(isMoving(fixed(nowMs - 2, nowMs - 1)), false);
  equal(isMoving({ ...live, atMs: nowMs }), false);
});

Deno.test("passesRange() gives up days back for days ahead, and listedDaysBack() says so", () => {
  const about = (daysBack: number, daysAhead: number) => {
    const passes = { ...live.passes, daysBack, daysAhead };
    const { fromMs, isCut } = passesRange({ ...live, passes }, nowMs);
    const listed = listedDaysBack(passes);
    equal(Math.round((nowMs - fromMs) / dayMs), listed);
    return [listed, isCut];
  };
  deepEqual(about(30, 30), [1, true]);
  deepEqual(about(30, 2), [29, true]);
  deepEqual(about(30, 1), [30, false]);
  deepEqual(about(1, 30), [1, false]);
  deepEqual(about(0, 30), [0, false]);
});
