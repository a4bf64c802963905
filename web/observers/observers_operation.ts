import type { Operation } from "../openapi/operation.ts";
import {
  choice,
  list,
  nullable,
  NUMBER,
  object,
  TEXT,
} from "../openapi/schema.ts";
import { OBSERVERS_PARAMETERS } from "./observers_route.ts";

export const OBSERVERS_OPERATION: Operation = {
  path: "/api/v1/observers",
  group: "Passes",
  summary: "The places that observer can name",
  description:
    "Those of the setting OBSERVERS, and some 220 cities and ground stations.",
  parameters: OBSERVERS_PARAMETERS,
  answers: {
    "application/json": object({
      observers: list(object({
        name: TEXT,
        country: nullable(TEXT),
        latitude_deg: NUMBER,
        longitude_deg: NUMBER,
        altitude_m: NUMBER,
        source: choice("configured", "bundled"),
      })),
    }),
  },
  problems: [400],
  examples: [{
    summary: "Those whose name has “san”",
    address: "/api/v1/observers?q=san",
  }],
};
