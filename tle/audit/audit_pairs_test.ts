import assert from "node:assert/strict";
import fc from "fast-check";
import {
  ageToleranceDays,
  AUDIT_AGES_DAYS,
  auditPairs,
} from "./audit_pairs.ts";

const DAY_US = 86_400e6;
const setsOf = (days: readonly number[]) =>
  days.map((day) => ({ epochUs: Math.round(day * DAY_US) }));

/** Nominal age and the epoch, in days, of each set that is compared. */
function pairsOf(days: readonly number[], index = days.length - 1) {
  return auditPairs(setsOf(days), index).map(({ nominalAgeDays, earlier }) => [
    nominalAgeDays,
    days[earlier],
  ]);
}

Deno.test("auditPairs() takes for each age the earlier set that is nearest to it", () => {
  assert.deepEqual(pairsOf([0, 0.5, 7, 8.7, 9.1, 10]), [
    [1, 9.1],
    [3, 7],
    [10, 0],
  ]);
});

Deno.test("auditPairs() takes none that is off by more than a quarter of the root of the age", () => {
  assert.deepEqual(pairsOf([0, 0.51, 0.74, 0.99]), [[1, 0]]);
  assert.deepEqual(pairsOf([0, 1.251]), []);
  assert.deepEqual(pairsOf([0, 1.25]), [[1, 0]]);
  assert.deepEqual(pairsOf([0, 92.37]), [[90, 0]]);
  assert.deepEqual(pairsOf([0, 92.38]), []);
});

Deno.test("auditPairs() takes of two as near the earlier one, and of one epoch the first", () => {
  const sets = setsOf([0.9, 0.9, 1.1, 1.1, 2]);
  assert.deepEqual(auditPairs(sets, 4), [{ nominalAgeDays: 1, earlier: 0 }]);
});

Deno.test("auditPairs() looks at no later set", () => {
  assert.deepEqual(pairsOf([0, 1, 1.1, 2], 1), [[1, 0]]);
  assert.deepEqual(pairsOf([1, 2, 3], 0), []);
});

Deno.test("auditPairs() finds what a search of all sets finds", () => {
  const days = fc.array(fc.integer({ min: 0, max: 1_200 }), { minLength: 1 })
    .map((tenths) => tenths.sort((a, b) => a - b).map((tenth) => tenth / 10));
  fc.assert(fc.property(days, (days) => {
    const sets = setsOf(days);
    const index = sets.length - 1;
    const expected = AUDIT_AGES_DAYS.flatMap((nominalAgeDays) => {
      const offUs = (i: number) =>
        Math.abs(
          sets[index]!.epochUs - sets[i]!.epochUs - nominalAgeDays * DAY_US,
        );
      const [earlier] = sets.slice(0, index).map((_, i) => i)
        .filter((i) => offUs(i) <= ageToleranceDays(nominalAgeDays) * DAY_US)
        .sort((a, b) => offUs(a) - offUs(b) || a - b);
      return earlier === undefined ? [] : [{ nominalAgeDays, earlier }];
    });
    assert.deepEqual(auditPairs(sets, index), expected);
  }));
});
