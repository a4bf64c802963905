import type { Operation } from "../openapi/operation.ts";
import {
  choice,
  INSTANT,
  nullable,
  NUMBER,
  object,
  says,
  TEXT,
  WHOLE,
} from "../openapi/schema.ts";
import { EXPECTED_ERROR } from "../passes/evidence_schemas.ts";
import { EVIDENCE_PARAMETERS } from "./evidence_route.ts";

const POSITION = object({
  time: INSTANT,
  latitude_deg: NUMBER,
  longitude_deg: NUMBER,
  altitude_km: NUMBER,
});

const LOG_POSITION = object({
  topic: TEXT,
  partition: WHOLE,
  offset: WHOLE,
  sample: says(WHOLE, "Which of the event's samples it is, from 0"),
});

const ELEMENT_SET = object({
  id: TEXT,
  epoch: says(nullable(INSTANT), "Null where the set has not arrived"),
  age_hours: says(nullable(NUMBER), "The position's instant minus epoch"),
  source: nullable(TEXT),
  received_at: nullable(INSTANT),
});

export const EVIDENCE_OPERATION: Operation = {
  path: "/api/v1/satellites/{norad_id}/evidence",
  group: "Positions",
  summary: "What a recorded position rests on",
  description:
    "From the log to its elements: which event brought it, whether live or later, and by which element set.",
  parameters: EVIDENCE_PARAMETERS,
  answers: {
    "application/json": object({
      norad_id: WHOLE,
      name: TEXT,
      position: POSITION,
      origin: choice("live", "backfill"),
      log_position: LOG_POSITION,
      element_set: nullable(ELEMENT_SET),
      expected_timing_error_s: nullable(EXPECTED_ERROR),
    }),
  },
  problems: [400, 404, 503],
  examples: [{
    summary: "Of the newest position of TERRA",
    address: "/api/v1/satellites/25994/evidence",
  }],
};
