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
import { NODES_PARAMETERS } from "./nodes_request.ts";

const TIME_OF_DAY = says(TEXT, "Such as 10:29:45.123");

const NODE = object({
  time: INSTANT,
  node: choice("ascending", "descending"),
  revolution: says(
    nullable(WHOLE),
    "Counted from the first element set; null where that is not certain",
  ),
  longitude_deg: NUMBER,
  altitude_km: NUMBER,
  mean_local_solar_time: TIME_OF_DAY,
  apparent_local_solar_time: TIME_OF_DAY,
  source: choice("recorded", "elements"),
  "topic?": says(TEXT, "Of what is recorded"),
  "element_set?": says(nullable(TEXT), "Of what rests on elements"),
  "crossings?": says(WHOLE, "With points: of this part of the range"),
  "mean_local_solar_time_min?": TIME_OF_DAY,
  "mean_local_solar_time_max?": TIME_OF_DAY,
});

export const NODES_OPERATION: Operation = {
  path: "/api/v1/satellites/{norad_id}/nodes",
  group: "Satellites",
  summary: "When and where it crossed the equator",
  description:
    "With the local solar time there, which tells how the orbit drifts, and the revolution.",
  parameters: NODES_PARAMETERS,
  answers: {
    "application/json": object({
      nodes: list(NODE),
      gaps: list(object({ from: INSTANT, to: INSTANT })),
      bucket_seconds: nullable(NUMBER),
      next: nullable(INSTANT),
    }),
  },
  problems: [400, 404, 503],
  examples: [{
    summary: "Southward crossings of TERRA, 100 at most",
    address: "/api/v1/satellites/25994/nodes?node=descending&points=100",
  }],
};
