import type { Operation } from "../openapi/operation.ts";
import { says, TEXT } from "../openapi/schema.ts";
import { STREAM_HEADERS, STREAM_PARAMETERS } from "./stream_request.ts";

export const STREAM_OPERATION: Operation = {
  path: "/api/v1/stream",
  group: "Positions",
  summary: "Positions as they come",
  description:
    "Server-Sent Events: live, or a range of the past that may run on into live. 204, where all of a range has been sent; 404, where none of the satellites is known: of several, the others come as soon as they are recorded.",
  parameters: STREAM_PARAMETERS,
  headers: STREAM_HEADERS,
  answers: {
    "text/event-stream": says(
      TEXT,
      "Events positions ({time, positions: [{norad_id, latitude_deg, longitude_deg, altitude_km}]}, with an id), satellites, state, gaps, backfilled, problem",
    ),
  },
  problems: [400, 404, 429, 503],
  examples: [
    {
      summary: "TERRA from now on",
      address: "/api/v1/stream?satellites=25994",
    },
  ],
};
