import type { Operation } from "../openapi/operation.ts";
import {
  choice,
  FLAG,
  INSTANT,
  list,
  nullable,
  NUMBER,
  object,
  says,
  TEXT,
  WHOLE,
} from "../openapi/schema.ts";
import { AUDIT_PARAMETERS } from "./audit_request.ts";

const PREDICTION = object({
  kind: says(
    choice("set", "recorded"),
    "By an earlier element set, or by positions recorded from it",
  ),
  nominal_age_days: NUMBER,
  age_days: NUMBER,
  element_set: TEXT,
  samples: nullable(WHOLE),
  radial_m: NUMBER,
  along_track_m: NUMBER,
  cross_track_m: NUMBER,
  later_s: says(
    NUMBER,
    "How much later than predicted it came; below zero earlier",
  ),
  manoeuvre_suspected: FLAG,
});

const FIGURES = {
  pairs: WHOLE,
  median_s: nullable(NUMBER),
  p95_s: nullable(NUMBER),
};

/** Of the set that is in force; null where there is none. */
export const ERROR_NOW = nullable(object({
  element_set: TEXT,
  age_hours: NUMBER,
  typical_s: NUMBER,
  p95_s: NUMBER,
  basis: choice("audit", "formula"),
}));

export const AUDIT_OPERATION: Operation = {
  path: "/api/v1/satellites/{norad_id}/audit",
  group: "Satellites",
  summary: "How far off predictions turned out to be",
  description:
    "Each element set beside what earlier ones had said; what that comes to, by age; and what is to be expected at the end of the range.",
  parameters: AUDIT_PARAMETERS,
  answers: {
    "application/json": object({
      audits: list(object({
        element_set: TEXT,
        epoch: INSTANT,
        predictions: list(PREDICTION),
      })),
      percentiles_from: INSTANT,
      percentiles_to: INSTANT,
      percentiles: list(object({
        age_days: WHOLE,
        ...FIGURES,
        without_manoeuvres: object(FIGURES),
      })),
      expected_error: ERROR_NOW,
      next: nullable(TEXT),
    }),
  },
  problems: [400, 404, 503],
  examples: [{
    summary: "Of TERRA, over the last 180 days",
    address: "/api/v1/satellites/25994/audit",
  }],
};
