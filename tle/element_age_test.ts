import assert from "node:assert/strict";
import { elementAgeHours, timingErrorS } from "./element_age.ts";
import { parseTle } from "./formats/parse_tle.ts";
import { TERRA_LINE_1, TERRA_LINE_2 } from "./testdata/terra_tle.ts";

const terra = parseTle(TERRA_LINE_1, TERRA_LINE_2);

Deno.test("elementAgeHours() is signed: instant minus epoch", () => {
  assert.equal(elementAgeHours(terra, (terra.epochUs + 5_400e6) / 1000), 1.5);
  assert.equal(elementAgeHours(terra, (terra.epochUs - 5_400e6) / 1000), -1.5);
});

Deno.test("timingErrorS() is 0.4 q and 2 q, on both sides of the epoch", () => {
  // Two days: hypot(0.04, 2.75e-6 * 4 * 86400 / 14.6114641) = 0.0763599 s.
  const { typicalS, p95S } = timingErrorS(terra, 2);
  assert.ok(Math.abs(typicalS - 0.0305439) < 1e-6);
  assert.ok(Math.abs(p95S - 0.1527197) < 1e-6);
  assert.deepEqual(timingErrorS(terra, -2), { typicalS, p95S });
  assert.deepEqual(timingErrorS(terra, 0), { typicalS: 0, p95S: 0 });
});

Deno.test("timingErrorS() does not depend on the sign of the drag", () => {
  const rising = { ...terra, meanMotionDot: -terra.meanMotionDot };
  assert.deepEqual(timingErrorS(rising, 30), timingErrorS(terra, 30));
});

Deno.test("timingErrorS() is within a factor of 2.5 of what TERRA's sets of 2026 show", () => {
  // Age in days; median and 95 % of set against later set, in seconds.
  const measured = [[1, 0.011, 0.04], [3, 0.04, 0.13], [7, 0.19, 0.8], [
    14,
    1.2,
    5,
  ], [90, 80, 290]];
  for (const [days, median, p95] of measured) {
    const { typicalS, p95S } = timingErrorS(terra, days!);
    for (const factor of [typicalS / median!, p95S / p95!]) {
      assert.ok(factor > 1 / 2.5 && factor < 2.5, `${days} days: ${factor}`);
    }
  }
});
