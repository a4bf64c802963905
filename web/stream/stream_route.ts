import type { Context } from "hono";
import { findSatellites } from "../../shared/projection/find_satellites.ts";
import type { Projection } from "../../shared/projection/projection.ts";
import { chooseSatellites } from "../choose_satellites.ts";
import { checkPoints } from "../parameters.ts";
import { toProblem } from "../problem.ts";
import { encodeMessage } from "./message.ts";
import { serveStream } from "./serve_stream.ts";
import type { StreamDeps } from "./stream_deps.ts";
import { readStreamRequest } from "./stream_request.ts";

const HEADERS = {
  "content-type": "text/event-stream",
  "cache-control": "no-store",
  "x-accel-buffering": "no",
};

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
    if (resume === null) await requireKnown(projection, request.noradIds);
    if (request.points !== null) {
      const known = findSatellites(projection, { ...request, recorded: true });
      checkPoints(request.points, known.length);
    }
    if (c.req.method === "HEAD") return c.body(null, { headers: HEADERS });

    const client = deps.clients.admit(addressOf(c));
    serveStream(client, deps, request).catch((error) => {
      const problem = toProblem(error, deps.onError);
      client.send(encodeMessage("problem", problem));
      client.end();
    });
    return new Response(client.body, { headers: HEADERS });
  };
}

/** @throws {Problem} 404, naming those that are not known. */
async function requireKnown(
  projection: Projection,
  noradIds: readonly number[] | undefined,
): Promise<void> {
  if (noradIds !== undefined) await chooseSatellites(projection, noradIds);
}

/** The peer's address, as the server gives it with each request. */
function addressOf(c: Context): string {
  const info = c.env as { remoteAddr?: { hostname?: string } } | undefined;
  return info?.remoteAddr?.hostname ?? "unknown";
}
