import assert from "node:assert/strict";
import { timingErrorS } from "../element_age.ts";
import { parseTle } from "../formats/parse_tle.ts";
import { TERRA_LINE_1, TERRA_LINE_2 } from "../testdata/terra_tle.ts";
import { usableAgeDays } from "./usable_age.ts";

const terra = parseTle(TERRA_LINE_1, TERRA_LINE_2);

Deno.test("usableAgeDays() is the age at which a set is expected to be off by so much, to the minute", () => {
  const age = usableAgeDays(terra, [], 600);
  assert.ok(age > 200 && age < 400, `${age} days`);
  assert.ok(timingErrorS(terra, age).typicalS <= 600);
  assert.ok(timingErrorS(terra, age + 1 / 1440).typicalS > 600);
});

Deno.test("usableAgeDays() is less by a satellite's own audit, where that says so", () => {
  const errors = { pairs: 40, medianS: 1200, p95S: 5000 };
  const percentiles = [30, 90].map((ageDays) => ({
    ageDays,
    ...errors,
    withoutManoeuvres: errors,
  }));
  const age = usableAgeDays(terra, percentiles, 600);
  // Below the first audited age errors go by the root of the age.
  assert.ok(Math.abs(age - 7.5) < 0.01, `${age} days`);
});
