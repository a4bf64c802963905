import type { Context } from "hono";
import type { ProjectionInUse } from "../shared/projection/projection.ts";
import { readSatellites } from "../shared/projection/read_satellites.ts";
import { parseQuery } from "./query.ts";
import { satellitesJson } from "./satellites_json.ts";
import { jsonResponse } from "./json_response.ts";

/** `GET /api/v1/satellites`: all that are known, and where they are. */
export function satellitesRoute(
  projections: ProjectionInUse,
  nowMs: () => number,
) {
  return (c: Context): Response => {
    parseQuery(c.req.url, {});
    using lease = projections.lease();
    const satellites = readSatellites(lease.projection);
    return jsonResponse(satellitesJson(satellites, nowMs()));
  };
}
