import { ERROR_NOW } from "./audit/audit_operation.ts";
import type { Operation } from "./openapi/operation.ts";
import {
  choice,
  INSTANT,
  list,
  nullable,
  NUMBER,
  object,
  says,
  TEXT,
  WHOLE,
} from "./openapi/schema.ts";
import { SATELLITES_PARAMETERS } from "./satellites_request.ts";

const LATEST = object({
  time: INSTANT,
  latitude_deg: NUMBER,
  longitude_deg: NUMBER,
  altitude_km: NUMBER,
  origin: choice("live", "backfill"),
});

const ELEMENT_SET = object({
  id: TEXT,
  epoch: nullable(INSTANT),
  age_hours: says(nullable(NUMBER), "Now minus epoch"),
  source: nullable(TEXT),
});

const SATELLITE = object({
  norad_id: WHOLE,
  name: TEXT,
  first: says(nullable(INSTANT), "Null where nothing is recorded"),
  last: nullable(INSTANT),
  samples: WHOLE,
  step_seconds: nullable(NUMBER),
  topics: list(TEXT),
  latest: nullable(LATEST),
  element_set: nullable(ELEMENT_SET),
  "expected_error?": says(
    ERROR_NOW,
    "With include=expected_error, how far off it is to be expected now, as its audit tells; null where no elements are known",
  ),
});

export const SATELLITES_OPERATION: Operation = {
  path: "/api/v1/satellites",
  group: "Satellites",
  summary: "The satellites that are known",
  description:
    "Since when and how often each is recorded, where it was last, and how old its elements are; in order of number.",
  parameters: SATELLITES_PARAMETERS,
  answers: {
    "application/json": object({
      satellites: list(SATELLITE),
      next: says(nullable(WHOLE), "The cursor of the next page"),
    }),
  },
  problems: [400, 503],
  examples: [
    { summary: "All of them", address: "/api/v1/satellites" },
    {
      summary: "Those whose name has “te”",
      address: "/api/v1/satellites?q=te",
    },
    {
      summary: "How far off TERRA is to be expected now",
      address: "/api/v1/satellites?satellites=25994&include=expected_error",
    },
  ],
};
