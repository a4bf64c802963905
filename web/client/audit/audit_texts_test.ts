import { equal } from "node:assert/strict";
import {
  describeByAge,
  describeExpected,
  describeHistory,
} from "./audit_texts.ts";
import type { AuditAnswer } from "./contract.ts";

const one = { pairs: 1_234, median_s: 0.0112, p95_s: 0.0394 };
const answer: AuditAnswer = {
  audits: [
    { epoch: "2026-03-01T01:02:03.000000Z", predictions: [] },
    { epoch: "2026-08-21T01:02:03.000000Z", predictions: [] },
  ],
  percentiles: [
    { age_days: 1, ...one, without_manoeuvres: one },
    {
      age_days: 2,
      ...one,
      without_manoeuvres: { pairs: 0, median_s: null, p95_s: null },
    },
  ],
  percentiles_from: "2026-02-22T00:00:00.000Z",
  percentiles_to: "2026-08-21T00:00:00.000Z",
  expected_error: {
    age_hours: 26.4,
    typical_s: 0.012,
    p95_s: 0.05,
    basis: "audit",
  },
};

Deno.test("describeExpected() says how old the elements are, and on what the error rests", () => {
  equal(
    describeExpected(answer),
    "Elements 1.1 d old; expected error: half within 12 ms, 95 % within 50 ms, by its own audit.",
  );
  equal(describeExpected({ ...answer, expected_error: null }), "");
});

Deno.test("describeByAge() tells of the ages of which there are pairs", () => {
  equal(
    describeByAge("TERRA", answer),
    "Errors of predictions of TERRA by age: 1 day old half within 11 ms, 95 % within 39 ms (1,234 pairs).",
  );
});

Deno.test("describeHistory() tells how many there are, and of when", () => {
  equal(
    describeHistory("TERRA", 3, answer),
    "Errors of predictions of TERRA that were 3 days old, over time: 2 from 2026-03-01 to 2026-08-21.",
  );
  equal(
    describeHistory("TERRA", 1, { ...answer, audits: [] }),
    "Errors of predictions of TERRA that were 1 day old, over time: none known.",
  );
});
