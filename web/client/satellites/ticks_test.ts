import { deepEqual, equal, ok } from "node:assert/strict";
import fc from "fast-check";
import { timeTicks } from "./time_ticks.ts";
import { valueTicks } from "./value_ticks.ts";

const fromMs = Date.UTC(2026, 7, 23, 13, 36, 42);
const hour = 3_600_000;
const labels = (toMs: number) =>
  timeTicks(fromMs, toMs, 4).map((tick) => tick.label);

Deno.test("timeTicks() marks round times", () => {
  deepEqual(labels(fromMs + hour), ["13:45", "14:00", "14:15", "14:30"]);
  deepEqual(labels(fromMs + 20_000), [
    "13:36:45",
    "13:36:50",
    "13:36:55",
    "13:37:00",
  ]);
});

Deno.test("timeTicks() names the day at midnight", () => {
  deepEqual(labels(fromMs + 24 * hour), ["18:00", "24 Aug", "06:00", "12:00"]);
  deepEqual(labels(fromMs + 4 * 24 * hour), [
    "24 Aug",
    "25 Aug",
    "26 Aug",
    "27 Aug",
  ]);
});

Deno.test("timeTicks() and valueTicks() stay in their range and number", () => {
  const length = fc.integer({ min: 1, max: 10 * 365 * 24 * 3_600 });
  fc.assert(fc.property(length, fc.integer({ min: 2, max: 6 }), (n, count) => {
    const times = timeTicks(fromMs, fromMs + n * 1_000, count);
    ok(times.length <= count);
    ok(
      times.every(({ value }) => value >= fromMs && value <= fromMs + n * 1e3),
    );
    const values = valueTicks(n / 7, n / 3, count);
    ok(values.length <= count && values.length >= 1);
    ok(values.every(({ value }) => value >= n / 7 && value <= n / 3));
  }));
});

Deno.test("valueTicks() marks round values with the digits they need", () => {
  const ticks = (min: number, max: number) =>
    valueTicks(min, max, 4).map((tick) => tick.label);
  deepEqual(ticks(686.2, 722.8), ["690", "700", "710", "720"]);
  deepEqual(ticks(701.05, 701.38), ["701.1", "701.2", "701.3"]);
  equal(ticks(5, 5).length, 0);
});
