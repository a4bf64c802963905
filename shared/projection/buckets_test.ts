import assert from "node:assert/strict";
import fc from "fast-check";
import { bucketMs } from "./buckets.ts";

const SECOND_MS = 1000;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const NOON = Date.parse("2026-08-21T12:00:00Z");

function count(fromMs: number, toMs: number, bucket: number): number {
  return Math.floor((toMs - 1) / bucket) - Math.floor(fromMs / bucket) + 1;
}

Deno.test("bucketMs() is a whole number of seconds, of minutes from 12 hours on, of hours and days where it exceeds one", () => {
  const lengthOf = (spanMs: number, points: number) =>
    bucketMs({ fromMs: NOON, toMs: NOON + spanMs }, points);
  assert.equal(lengthOf(HOUR_MS, 180), 20 * SECOND_MS);
  assert.equal(lengthOf(HOUR_MS, 100_000), SECOND_MS);
  assert.equal(lengthOf(12 * HOUR_MS - 1, 100_000), SECOND_MS);
  assert.equal(lengthOf(12 * HOUR_MS, 100_000), MINUTE_MS);
  assert.equal(lengthOf(DAY_MS, 180), 8 * MINUTE_MS);
  assert.equal(lengthOf(1, 1), SECOND_MS);
  assert.equal(lengthOf(4 * HOUR_MS, 4), HOUR_MS);
  assert.equal(lengthOf(4 * HOUR_MS, 3), 2 * HOUR_MS);
  assert.equal(lengthOf(31 * DAY_MS, 500), 2 * HOUR_MS);
  assert.equal(lengthOf(365 * DAY_MS, 1000), 9 * HOUR_MS);
  assert.equal(lengthOf(365 * DAY_MS, 366), DAY_MS);
  assert.equal(lengthOf(10 * 365 * DAY_MS, 1000), 4 * DAY_MS);
});

Deno.test("bucketMs() is the smallest with which there are at most so many buckets", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 2 * DAY_MS }),
      fc.integer({ min: 1, max: 2 * DAY_MS }),
      fc.integer({ min: 1, max: 300 }),
      (fromMs, spanMs, points) => {
        const toMs = fromMs + spanMs;
        const fine = spanMs >= 12 * HOUR_MS ? MINUTE_MS : SECOND_MS;
        let smallest = 0;
        for (
          const [unit, most] of [
            [fine, HOUR_MS],
            [HOUR_MS, DAY_MS],
            [DAY_MS, Infinity],
          ]
        ) {
          smallest = unit!;
          while (count(fromMs, toMs, smallest) > points) smallest += unit!;
          if (smallest <= most!) break;
        }
        assert.equal(bucketMs({ fromMs, toMs }, points), smallest);
      },
    ),
  );
});

Deno.test("bucketMs() is found at once for few points and any range", () => {
  const start = performance.now();
  for (const points of [1, 2, 3]) {
    for (const fromMs of [0, 1, DAY_MS, 10 * 365 * DAY_MS, NOON]) {
      for (const spanMs of [1, HOUR_MS, DAY_MS, 70 * 365 * DAY_MS]) {
        const length = bucketMs({ fromMs, toMs: fromMs + spanMs }, points);
        assert.ok(count(fromMs, fromMs + spanMs, length) <= points);
      }
    }
  }
  assert.ok(performance.now() - start < 100);
});
