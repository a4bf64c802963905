import assert from "node:assert/strict";
import fc from "fast-check";
import {
  daysUntilFull,
  growthBytesPerDay,
  type SizeNote,
} from "./storage_growth.ts";

const EACH_MS = 180_000;
const NOTES_A_DAY = 480;

/** Notes every three minutes, each larger than the one before by a step. */
function notesOf(steps: readonly number[], firstBytes = 0): SizeNote[] {
  let bytes = firstBytes;
  return [0, ...steps].map((step, i) => {
    bytes += step;
    return { atMs: 1_000 + i * EACH_MS, bytes };
  });
}

const steps = (count: number, bytes: number) => Array(count).fill(bytes);
const growth = (steps: readonly number[]) => growthBytesPerDay(notesOf(steps));

Deno.test("growthBytesPerDay() is not known before there are ten minutes and five notes", () => {
  assert.equal(growth([]), null);
  assert.equal(growth(steps(3, 10)), null);
  assert.equal(growth(steps(4, 10)), 10 * NOTES_A_DAY);
  const inTimes = (count: number, factor: number) =>
    notesOf(steps(count, 10)).map(({ atMs, bytes }) => ({
      atMs: atMs * factor,
      bytes,
    }));
  assert.equal(growthBytesPerDay(inTimes(4, 0.5)), null);
  assert.equal(growthBytesPerDay(inTimes(3, 10)), null);
});

Deno.test("growthBytesPerDay() tells any steady growth, and that of what shrinks", () => {
  fc.assert(fc.property(
    fc.integer({ min: -1_000_000, max: 1_000_000 }),
    fc.integer({ min: 4, max: 100 }),
    (step, count) => {
      const notes = notesOf(steps(count, step), 1e9);
      const perDay = growthBytesPerDay(notes)!;
      assert.ok(Math.abs(perDay - step * NOTES_A_DAY) < 1e-3, `${perDay}`);
    },
  ));
  assert.equal(growth(steps(9, 0)), 0);
});

Deno.test("growthBytesPerDay() says nothing of a first fill, as soon as it says anything", () => {
  assert.equal(growth([1e9, ...steps(3, 10)]), 10 * NOTES_A_DAY);
});

Deno.test("growthBytesPerDay() forgets a fill that lasts, long before it is a day old", () => {
  const minutes30 = steps(10, 1e9);
  assert.equal(growth([...minutes30, ...steps(26, 10)]), 10 * NOTES_A_DAY);
});

Deno.test("growthBytesPerDay() says nothing of a backfill amid a day", () => {
  const day = [...steps(300, 10), 1e9, 1e9, ...steps(178, 10)];
  assert.equal(growth(day), 10 * NOTES_A_DAY);
});

Deno.test("growthBytesPerDay() says nothing of what was thrown away once", () => {
  const day = [...steps(300, 10), -1_000_000, ...steps(178, 10)];
  assert.equal(growth(day), 10 * NOTES_A_DAY);
});

Deno.test("growthBytesPerDay() tells the growth of what grows by leaps, within a tenth", () => {
  const leaps = Array.from({ length: 480 }, (_, i) => i % 20 === 19 ? 200 : 0);
  const perDay = growth(leaps)!;
  assert.ok(Math.abs(perDay / (10 * NOTES_A_DAY) - 1) < 0.1, `${perDay}`);
});

Deno.test("growthBytesPerDay() does not depend on how often was noted", () => {
  const notes = notesOf(steps(50, 10)).filter((_, i) => i % 7 < 3);
  const perDay = growthBytesPerDay(notes)!;
  assert.ok(Math.abs(perDay - 10 * NOTES_A_DAY) < 1e-6, `${perDay}`);
});

Deno.test("daysUntilFull() is null where it is not known, or where nothing grows", () => {
  assert.equal(daysUntilFull(100, 40), 2.5);
  assert.equal(daysUntilFull(0, 40), 0);
  assert.equal(daysUntilFull(100, 0), null);
  assert.equal(daysUntilFull(100, -40), null);
  assert.equal(daysUntilFull(null, 40), null);
  assert.equal(daysUntilFull(100, null), null);
});
