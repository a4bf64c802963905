import type { Operation } from "../openapi/operation.ts";
import {
  choice,
  list,
  nullable,
  NUMBER,
  object,
  says,
  TEXT,
} from "../openapi/schema.ts";
import { OBSERVERS_PARAMETERS } from "./observers_route.ts";

const PLACE = object({
  name: TEXT,
  country: nullable(TEXT),
  latitude_deg: NUMBER,
  longitude_deg: NUMBER,
  altitude_m: NUMBER,
  source: choice("configured", "bundled"),
});

export const OBSERVERS_OPERATION: Operation = {
  path: "/api/v1/observers",
  group: "Passes",
  summary: "The places that observer can name",
  description:
    "Those of the setting OBSERVERS, and some 220 cities and ground stations.",
  parameters: OBSERVERS_PARAMETERS,
  answers: {
    "application/json": object({
      observers: list(PLACE),
      near: says(
        list(PLACE),
        "Those that may have been meant, where none has q in its name",
      ),
    }),
  },
  problems: [400],
  examples: [{
    summary: "Those whose name has “san”",
    address: "/api/v1/observers?q=san",
  }],
};
