import { equal } from "node:assert/strict";
import {
  formatAge,
  formatCoordinates,
  formatDateTime,
  formatDuration,
  formatIso,
  formatLag,
  formatReading,
  formatTimeOfDay,
} from "./format.ts";

const timeMs = Date.UTC(2026, 7, 23, 14, 36, 42);
const minute = 60_000;
const day = 24 * 60 * minute;

Deno.test("formatDateTime() and formatIso() write UTC", () => {
  equal(formatDateTime(timeMs), "2026-08-23 14:36:42");
  equal(formatIso(timeMs), "2026-08-23T14:36:42Z");
  equal(formatIso(timeMs + 250), "2026-08-23T14:36:42.250Z");
});

Deno.test("formatTimeOfDay() adds the date where it is another day", () => {
  equal(formatTimeOfDay(timeMs, timeMs + minute), "14:36:42");
  equal(formatTimeOfDay(timeMs, timeMs + day), "2026-08-23 14:36:42");
});

Deno.test("formatDuration() uses at most two units and no zero", () => {
  const cases: [number, string][] = [
    [300, "1 s"],
    [12_400, "12 s"],
    [59_499, "59 s"],
    [59_500, "1 min"],
    [2 * minute + 5_000, "2 min 5 s"],
    [7 * minute, "7 min"],
    [10 * minute - 501, "9 min 59 s"],
    [10 * minute - 500, "10 min"],
    [59.4 * minute, "59 min"],
    [59.5 * minute, "1 h"],
    [82 * minute, "1 h 22 min"],
    [day - 0.6 * minute, "23 h 59 min"],
    [day - 0.5 * minute, "1 d"],
    [2 * day + 180 * minute, "2 d 3 h"],
    [3 * day - 20 * minute, "3 d"],
  ];
  for (const [ms, text] of cases) equal(formatDuration(ms), text, String(ms));
});

Deno.test("formatReading() never writes a negative zero", () => {
  equal(formatReading(-152.7444), "-152.74");
  equal(formatReading(-0.001), "0.00");
});

Deno.test("formatCoordinates() writes latitude first, and sides in place of signs", () => {
  const place = { latitudeDeg: -12.3449, longitudeDeg: 98.7654 };
  equal(formatCoordinates(place), "12.34° S, 98.77° E");
  equal(formatCoordinates(place, null), "12.3449° S, 98.7654° E");
  const west = { latitudeDeg: -0.04, longitudeDeg: -152.74 };
  equal(formatCoordinates(west, 1), "0.0° N, 152.7° W");
});

Deno.test("formatLag() shows tenths below ten seconds", () => {
  equal(formatLag(412), "0.4 s");
  equal(formatLag(-50), "0.0 s");
  equal(formatLag(9_980), "10 s");
});

Deno.test("formatAge() goes from hours to whole days", () => {
  const cases: [number, string][] = [
    [14 * 60 * minute, "14 h"],
    [-14 * 60 * minute, "14 h"],
    [23.49 * 60 * minute, "23 h"],
    [23.5 * 60 * minute, "1.0 d"],
    [1.94 * day, "1.9 d"],
    [9.94 * day, "9.9 d"],
    [9.95 * day, "10 d"],
    [93.2 * day, "93 d"],
  ];
  for (const [ms, text] of cases) equal(formatAge(ms), text, String(ms));
});
