import type { Operation } from "../openapi/operation.ts";
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
} from "../openapi/schema.ts";
import { TRACKS_PARAMETERS } from "./tracks_request.ts";

const STRETCH = object({
  source: choice("recorded", "predicted"),
  element_set: nullable(object({ id: TEXT, epoch: INSTANT })),
  columns: object({
    time_ms: says(list(WHOLE), "Since 1970, UTC"),
    latitude_deg: list(NUMBER),
    longitude_deg: list(NUMBER),
    altitude_km: list(NUMBER),
  }),
});

const TRACK = object({
  norad_id: WHOLE,
  name: TEXT,
  to: says(INSTANT, "Exclusive"),
  revolution_s: says(nullable(NUMBER), "By the newest elements"),
  stretches: says(
    list(STRETCH),
    "In order; what lies between two that do not meet is not known",
  ),
});

export const TRACKS_OPERATION: Operation = {
  path: "/api/v1/tracks",
  group: "Positions",
  summary: "Where satellites were and will be",
  description:
    "One revolution ahead, or a range of up to 31 days, past or to come: by what is recorded, and elsewhere by elements.",
  parameters: TRACKS_PARAMETERS,
  required: ["satellites"],
  answers: {
    "application/json": object({
      from: INSTANT,
      step_s: NUMBER,
      satellites: list(TRACK),
      warnings: list(TEXT),
    }),
  },
  problems: [400, 404, 422, 503],
  examples: [{
    summary: "The coming revolution of TERRA",
    address: "/api/v1/tracks?satellites=25994",
  }],
};
