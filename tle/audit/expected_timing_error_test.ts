import assert from "node:assert/strict";
import { timingErrorS } from "../element_age.ts";
import { parseTle } from "../formats/parse_tle.ts";
import { TERRA_LINE_1, TERRA_LINE_2 } from "../testdata/terra_tle.ts";
import { AUDIT_AGES_DAYS } from "./audit_pairs.ts";
import type { AgePercentiles } from "./audit_percentiles.ts";
import { expectedTimingError } from "./expected_timing_error.ts";

const terra = parseTle(TERRA_LINE_1, TERRA_LINE_2);

/** Errors of 0.01 and 0.05 s times the square of the age. */
function percentiles(pairsAt: (ageDays: number) => number): AgePercentiles[] {
  return AUDIT_AGES_DAYS.map((ageDays) => {
    const known = {
      pairs: pairsAt(ageDays),
      medianS: 0.01 * ageDays ** 2,
      p95S: 0.05 * ageDays ** 2,
    };
    return {
      ageDays,
      pairs: 1_000,
      medianS: 777,
      p95S: 888,
      withoutManoeuvres: known,
    };
  });
}

const audited = (ageDays: number) =>
  expectedTimingError(terra, ageDays, percentiles(() => 30));

function near(actual: number, expected: number) {
  assert.ok(Math.abs(actual / expected - 1) < 1e-9, `${actual}, ${expected}`);
}

Deno.test("expectedTimingError() is the audit's at its ages, and a power of the age between them", () => {
  for (const age of [1, 1.5, 3, 4, 12, 60, 90]) {
    for (const sign of [1, -1]) {
      const { typicalS, p95S, basis } = audited(sign * age);
      near(typicalS, 0.01 * age ** 2);
      near(p95S, 0.05 * age ** 2);
      assert.equal(basis, "audit");
    }
  }
});

Deno.test("expectedTimingError() goes with the root of the age in the first day", () => {
  near(audited(0.25).typicalS, 0.005);
  near(audited(0.01).p95S, 0.005);
  assert.equal(audited(0).typicalS, 0);
});

Deno.test("expectedTimingError() is the formula's where the audit has fewer than 30 pairs, or goes back less far", () => {
  const formula = (ageDays: number) => ({
    ...timingErrorS(terra, ageDays),
    basis: "formula",
  });
  assert.deepEqual(audited(91), formula(91));
  assert.deepEqual(expectedTimingError(terra, 4, []), formula(4));
  const gap = percentiles((ageDays) => ageDays === 5 ? 29 : 30);
  const bases = [3, 4, 5, 6, 7, 8].map((age) =>
    expectedTimingError(terra, age, gap).basis
  );
  const F = "formula";
  assert.deepEqual(bases, ["audit", F, F, F, F, "audit"]);
});

Deno.test("expectedTimingError() tells nothing infinite where an audit finds no error at all", () => {
  const none = percentiles(() => 30).map((one) => ({
    ...one,
    withoutManoeuvres: { pairs: 30, medianS: 0, p95S: 0 },
  }));
  const { typicalS, p95S } = expectedTimingError(terra, 4, none);
  assert.ok(typicalS > 0 && typicalS < 0.001 && p95S < 0.001);
});
