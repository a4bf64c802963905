import type { Operation } from "../openapi/operation.ts";
import {
  INSTANT,
  list,
  nullable,
  NUMBER,
  object,
  says,
  TEXT,
  WHOLE,
} from "../openapi/schema.ts";
import { ELEMENTS_PARAMETERS } from "./elements_request.ts";

const OMM = says(
  { type: "object" },
  "A CCSDS Orbit Mean-Elements Message, under its own keywords",
);

const ELEMENT_SET = object({
  id: TEXT,
  norad_id: WHOLE,
  name: nullable(TEXT),
  international_designator: nullable(TEXT),
  epoch: INSTANT,
  age_hours: says(NUMBER, "Until now, or until at"),
  source: TEXT,
  received_at: INSTANT,
  period_minutes: NUMBER,
  inclination_deg: NUMBER,
  perigee_altitude_km: NUMBER,
  apogee_altitude_km: NUMBER,
  omm: OMM,
});

const ELEMENT_SETS = object({
  element_sets: list(ELEMENT_SET),
  next: nullable(TEXT),
  "recorded?": says(
    object({ time: INSTANT, topic: TEXT }),
    "With mode=recorded, the position that rests on the set",
  ),
});

export const ELEMENTS_OPERATION: Operation = {
  path: "/api/v1/satellites/{norad_id}/elements",
  group: "Satellites",
  summary: "The element sets of a satellite",
  description:
    "By epoch, in pages; or with at or mode the one that was in force. With format=omm the answer is a list of messages alone.",
  parameters: ELEMENTS_PARAMETERS,
  answers: {
    "application/json": { oneOf: [ELEMENT_SETS, list(OMM)] },
    "text/plain": TEXT,
  },
  problems: [400, 404, 422, 503],
  examples: [
    {
      summary: "Those of TERRA",
      address: "/api/v1/satellites/25994/elements",
    },
    {
      summary: "The newest one as two lines",
      address: "/api/v1/satellites/25994/elements?mode=latest&format=tle",
    },
  ],
};
