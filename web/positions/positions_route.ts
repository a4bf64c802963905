import type { Context } from "hono";
import { formatInstant } from "../../shared/instant.ts";
import { bucketMs } from "../../shared/projection/buckets.ts";
import type {
  Projection,
  ProjectionInUse,
} from "../../shared/projection/projection.ts";
import { chooseSatellites } from "../choose_satellites.ts";
import { checkPoints } from "../parameters.ts";
import { textResponse } from "../text_response.ts";
import { encodeCsv } from "./encode_csv.ts";
import { encodeJson, type PositionsAnswer } from "./encode_json.ts";
import {
  type PositionsRequest,
  readPositionsRequest,
} from "./positions_request.ts";
import { readPage } from "./read_page.ts";
import { readThinned } from "./read_thinned.ts";

/**
 * `GET /api/v1/positions`: what was recorded in a range, raw in pages, or
 * thinned to one position a bucket by `points`.
 */
export function positionsRoute(
  projections: ProjectionInUse,
  nowMs: () => number,
) {
  return async (c: Context): Promise<Response> => {
    const request = readPositionsRequest(c, nowMs());
    // Given back when the answer is made up; encoding needs it no more.
    using lease = projections.lease();
    const answer = await read(lease.projection, request);
    const csv = request.format === "csv";
    const headers = new Headers({
      "content-type": csv ? "text/csv; charset=utf-8" : "application/json",
      vary: "Accept",
    });
    if (answer.nextMs !== null) {
      headers.set(
        "link",
        `<${nextUrl(c, request, answer.nextMs)}>; rel="next"`,
      );
    }
    const pieces = csv ? encodeCsv(answer.satellites) : encodeJson(answer);
    return textResponse(pieces, headers);
  };
}

async function read(
  projection: Projection,
  { noradIds, topic, range, cursorMs, points, limit }: PositionsRequest,
): Promise<PositionsAnswer> {
  const chosen = chooseSatellites(projection, noradIds, topic);
  if (points === null) {
    const rest = { fromMs: cursorMs, toMs: range.toMs };
    const page = await readPage(projection, chosen, { ...rest, limit });
    return { ...rest, bucketMs: null, ...page };
  }
  checkPoints(points, chosen.length);
  const buckets = { ...range, bucketMs: bucketMs(range, points) };
  const thinned = await readThinned(projection, chosen, buckets);
  return { ...buckets, satellites: thinned, nextMs: null };
}

/** The next page, of this very range also where it was given by defaults. */
function nextUrl(
  c: Context,
  { range }: PositionsRequest,
  nextMs: number,
): string {
  const next = new URL(c.req.url);
  next.searchParams.set("from", formatInstant(range.fromMs));
  next.searchParams.set("to", formatInstant(range.toMs));
  next.searchParams.set("cursor", formatInstant(nextMs));
  return `${next.pathname}${next.search}`;
}
