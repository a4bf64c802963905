import type { Context } from "hono";
import { findSatellites } from "../../shared/projection/find_satellites.ts";
import { chooseSatellites } from "../choose_satellites.ts";
import { checkPoints } from "../parameters.ts";
import { eventStreamResponse } from "./event_stream_response.ts";
import { serveStream } from "./serve_stream.ts";
import type { StreamDeps } from "./stream_deps.ts";
import { readStreamRequest } from "./stream_request.ts";

/**
 * `GET /api/v1/stream`: positions as Server-Sent Events, live, or a range of
 * the past that may run on into live.
 */
export function streamRoute(deps: StreamDeps) {
  return async (c: Context): Promise<Response> => {
    const request = readStreamRequest(c, deps.nowMs());
    const { resume, toMs } = request;
    // All of it has been sent. This answer tells a browser not to come again.
    if (resume !== null && toMs !== null && resume.timeMs >= toMs - 1) {
      return c.body(null, 204);
    }
    // Speaks of a missing database. Who resumes was told of its satellites.
    using lease = deps.projections.lease();
    const { projection } = lease;
    const { noradIds, points } = request;
    const known = findSatellites(projection, {
      ...noradIds && { noradIds },
      recorded: true,
    });
    // Of several, those that are not known yet come as soon as they are.
    if (resume === null && noradIds !== undefined && known.length === 0) {
      await chooseSatellites(projection, noradIds);
    }
    if (points !== null) checkPoints(points, known.length);
    return eventStreamResponse(
      c,
      deps,
      (client) => serveStream(client, deps, request),
    );
  };
}
