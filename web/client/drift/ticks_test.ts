import assert from "node:assert/strict";
import { dateTicks } from "./date_ticks.ts";
import { formatTimeOfDay } from "./format_time_of_day.ts";
import { timeOfDayTicks } from "./time_of_day_ticks.ts";

const labels = (ticks: readonly { label: string }[]) =>
  ticks.map(({ label }) => label);

Deno.test("dateTicks() marks whole years, as many as there is room for", () => {
  const [from, to] = [Date.UTC(2000, 0, 1), Date.UTC(2026, 7, 21)];
  assert.deepEqual(labels(dateTicks(from, to, 6)), [
    "2000",
    "2005",
    "2010",
    "2015",
    "2020",
    "2025",
  ]);
  assert.deepEqual(
    labels(dateTicks(Date.UTC(2023, 4), to, 6)),
    ["2024", "2025", "2026"],
  );
});

Deno.test("dateTicks() marks days where there are no years", () => {
  const ticks = dateTicks(Date.UTC(2026, 7, 1), Date.UTC(2026, 7, 21), 6);
  assert.ok(ticks.length >= 2 && ticks.length <= 6);
  assert.match(ticks[0]!.label, / Aug$/);
});

Deno.test("timeOfDayTicks() marks round times of day", () => {
  assert.deepEqual(labels(timeOfDayTicks(8.6, 11, 5)), [
    "09:00",
    "09:30",
    "10:00",
    "10:30",
    "11:00",
  ]);
  assert.deepEqual(labels(timeOfDayTicks(0, 24, 5)), [
    "00:00",
    "06:00",
    "12:00",
    "18:00",
    "00:00",
  ]);
  assert.deepEqual(timeOfDayTicks(5, 5, 5), []);
});

Deno.test("formatTimeOfDay() rounds, and has no 24:00", () => {
  assert.equal(formatTimeOfDay(8.7083), "08:42");
  assert.equal(formatTimeOfDay(8.7083, "s"), "08:42:30");
  assert.equal(formatTimeOfDay(23.9999), "00:00");
});
