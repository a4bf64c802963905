import assert from "node:assert/strict";
import { AUDIT_AGES_DAYS } from "./audit_pairs.ts";
import { auditPercentiles } from "./audit_percentiles.ts";

const audit = (laterS: number, isManoeuvreSuspected = false) => ({
  nominalAgeDays: 3,
  laterS,
  isManoeuvreSuspected,
});

Deno.test("auditPercentiles() gives median and 95 % of the size of errors, between the two nearest", () => {
  const audits = [4, -1, 3, -2].map((laterS) => audit(laterS));
  const three = auditPercentiles(audits).find(({ ageDays }) => ageDays === 3)!;
  assert.equal(three.pairs, 4);
  assert.equal(three.medianS, 2.5);
  assert.ok(Math.abs(three.p95S! - 3.85) < 1e-12);
  assert.deepEqual(three.withoutManoeuvres, {
    pairs: 4,
    medianS: three.medianS,
    p95S: three.p95S,
  });
});

Deno.test("auditPercentiles() counts suspected manoeuvres in the whole, and not without them", () => {
  const three = auditPercentiles([audit(1), audit(-900, true)])
    .find(({ ageDays }) => ageDays === 3)!;
  assert.equal(three.medianS, 450.5);
  assert.deepEqual(three.withoutManoeuvres, { pairs: 1, medianS: 1, p95S: 1 });
});

Deno.test("auditPercentiles() has an entry for each age, also where there are no pairs", () => {
  const none = { pairs: 0, medianS: null, p95S: null };
  assert.deepEqual(
    auditPercentiles([]),
    AUDIT_AGES_DAYS.map((ageDays) => ({
      ageDays,
      ...none,
      withoutManoeuvres: none,
    })),
  );
});
