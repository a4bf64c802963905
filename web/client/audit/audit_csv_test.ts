import { equal } from "node:assert/strict";
import { byAgeCsv, historyCsv } from "./audit_csv.ts";
import type { AuditAnswer } from "./contract.ts";

const known = { pairs: 12, median_s: 0.5, p95_s: 2 };
const none = { pairs: 0, median_s: null, p95_s: null };
const answer: AuditAnswer = {
  audits: [{
    epoch: "2026-08-20T23:18:40.125000Z",
    predictions: [
      { later_s: -0.25, manoeuvre_suspected: false },
      { later_s: 3, manoeuvre_suspected: true },
    ],
  }],
  percentiles: [
    { age_days: 1, ...none, without_manoeuvres: known },
    { age_days: 3, ...known, without_manoeuvres: none },
  ],
  percentiles_from: "2026-02-24T00:00:00.000Z",
  percentiles_to: "2026-08-23T00:00:00.000Z",
  expected_error: null,
};

Deno.test("byAgeCsv() has what the chart of ages draws", () => {
  const { name, csv } = byAgeCsv("TERRA", answer);
  equal(name, "TERRA errors by age 2026-02-24T0000Z to 2026-08-23T0000Z");
  equal(csv, "age_days,pairs,median_s,p95_s\r\n1,12,0.5,2\r\n");
});

Deno.test("historyCsv() has what the chart over time draws, with its sign", () => {
  const range = {
    fromMs: Date.parse("2026-08-20T00:00:00Z"),
    toMs: Date.parse("2026-08-23T12:00:00Z"),
  };
  const { name, csv } = historyCsv("TERRA", answer, range);
  equal(name, "TERRA errors over time 2026-08-20T0000Z to 2026-08-23T1200Z");
  equal(
    csv,
    "epoch,later_s,manoeuvre_suspected\r\n" +
      "2026-08-20T23:18:40.125000Z,-0.25,false\r\n" +
      "2026-08-20T23:18:40.125000Z,3,true\r\n",
  );
});
