import { knownObservers } from "../observers/known_observer.ts";
import { observerParameters } from "../observers/observer_parameters.ts";
import { OBSERVER } from "../observers/observer_schema.ts";
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
import {
  EXPECTED_ERROR,
  LIGHT,
  SET_IN_USE,
} from "../passes/evidence_schemas.ts";
import { LOOK_PARAMETERS } from "./look_request.ts";

const LOOK = object({
  norad_id: WHOLE,
  name: TEXT,
  time: says(INSTANT, "The instant for which all of this holds"),
  observer: OBSERVER,
  azimuth_deg: says(NUMBER, "From north by way of east"),
  elevation_deg: NUMBER,
  range_km: NUMBER,
  range_rate_km_s: says(NUMBER, "Below zero while it comes nearer"),
  "doppler_hz?": says(NUMBER, "What is heard minus what is sent"),
  light: LIGHT,
  sunlit: FLAG,
  up: says(FLAG, "Whether it is above the horizon"),
  sub_point: object({
    latitude_deg: NUMBER,
    longitude_deg: NUMBER,
    altitude_km: NUMBER,
  }),
  source: choice("recorded", "predicted"),
  element_set: nullable(SET_IN_USE),
  expected_timing_error_s: nullable(EXPECTED_ERROR),
  warnings: list(TEXT),
});

export const LOOK_OPERATION: Operation = {
  path: "/api/v1/satellites/{norad_id}/look",
  group: "Passes",
  summary: "Where to point an antenna",
  description:
    "Now, or at an instant; as Server-Sent Events, named look, it is told for each second as it begins.",
  parameters: {
    ...observerParameters(knownObservers([])),
    ...LOOK_PARAMETERS,
  },
  answers: { "application/json": LOOK, "text/event-stream": TEXT },
  problems: [400, 404, 422, 429, 503],
  examples: [
    {
      summary: "TERRA from Moscow, now",
      address: "/api/v1/satellites/25994/look?observer=Moscow",
    },
    {
      summary: "The same each second",
      address: "/api/v1/satellites/25994/look?observer=Moscow&stream=true",
    },
  ],
};
