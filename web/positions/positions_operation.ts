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
import { MEDIA_TYPES } from "./position_formats.ts";
import { POSITIONS_PARAMETERS } from "./positions_request.ts";

const COLUMNS = object({
  time_ms: says(list(WHOLE), "Since 1970, UTC"),
  latitude_deg: list(NUMBER),
  longitude_deg: list(NUMBER),
  altitude_km: list(NUMBER),
  "altitude_min_km?": says(list(NUMBER), "With points: of each part"),
  "altitude_max_km?": list(NUMBER),
  "samples?": list(WHOLE),
});

export const POSITIONS_OPERATION: Operation = {
  path: "/api/v1/positions",
  group: "Positions",
  summary: "Positions of a range of time",
  description:
    "As they were recorded, in pages of JSON or whole in other formats, or thinned by points; with the gaps. The last hour by default.",
  parameters: POSITIONS_PARAMETERS,
  answers: {
    [MEDIA_TYPES.json]: object({
      from: INSTANT,
      to: INSTANT,
      bucket_seconds: says(
        nullable(NUMBER),
        "With points: how long a part of the range is",
      ),
      satellites: list(object({
        norad_id: WHOLE,
        name: TEXT,
        columns: COLUMNS,
        gaps: list(object({ from: INSTANT, to: INSTANT })),
      })),
      next: nullable(INSTANT),
    }),
    [MEDIA_TYPES.csv]: TEXT,
    [MEDIA_TYPES.ndjson]: TEXT,
    [MEDIA_TYPES.binary]: { type: "string", format: "binary" },
  },
  problems: [400, 404, 503],
  examples: [
    {
      summary: "The last hour of TERRA, thinned to 60 positions",
      address: "/api/v1/positions?satellites=25994&points=60",
    },
    {
      summary: "All of the last hour, as CSV",
      address: "/api/v1/positions?format=csv",
    },
  ],
};
