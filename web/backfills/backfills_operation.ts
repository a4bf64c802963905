import type { Operation } from "../openapi/operation.ts";
import { INSTANT, list, object, TEXT, WHOLE } from "../openapi/schema.ts";
import { BACKFILLS_PARAMETERS } from "./backfills_route.ts";

export const BACKFILLS_OPERATION: Operation = {
  path: "/api/v1/backfills",
  group: "Positions",
  summary: "Which positions were filled in later",
  description:
    "As stretches; all others were recorded live. The last day by default.",
  parameters: BACKFILLS_PARAMETERS,
  answers: {
    "application/json": object({
      from: INSTANT,
      to: INSTANT,
      satellites: list(object({
        norad_id: WHOLE,
        name: TEXT,
        backfills: list(object({
          first: INSTANT,
          last: INSTANT,
          samples: WHOLE,
        })),
      })),
    }),
  },
  problems: [400, 404, 422, 503],
  examples: [{
    summary: "Those of TERRA",
    address: "/api/v1/backfills?satellites=25994",
  }],
};
