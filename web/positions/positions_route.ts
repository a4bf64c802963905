import type { Context } from "hono";
import { formatInstant } from "../../shared/instant.ts";
import { bucketMs } from "../../shared/projection/buckets.ts";
import type {
  Projection,
  ProjectionInUse,
} from "../../shared/projection/projection.ts";
import { chooseSatellites } from "../choose_satellites.ts";
import { checkPoints } from "../parameters.ts";
import { bytesResponse } from "../bytes_response.ts";
import { encodeJson, type PositionsAnswer } from "./encode_json.ts";
import {
  encodeParts,
  MEDIA_TYPES,
  type StreamedFormat,
} from "./position_formats.ts";
import {
  type Extent,
  type PositionsRequest,
  readPositionsRequest,
} from "./positions_request.ts";
import { readPage } from "./read_page.ts";
import { readParts } from "./read_parts.ts";
import { readThinned } from "./read_thinned.ts";

/**
 * `GET /api/v1/positions`: what was recorded in a range, raw and whole, raw
 * in pages, or thinned to one position a bucket by `points`.
 */
export function positionsRoute(
  projections: ProjectionInUse,
  nowMs: () => number,
) {
  return async (c: Context): Promise<Response> => {
    const request = readPositionsRequest(c, nowMs());
    const { extent } = request;
    const response = extent.kind === "whole"
      ? await answerWhole(projections, request, extent.format)
      : await answerMade(c, projections, { ...request, extent });
    // Hono leaves out the body, and would leave it open.
    if (c.req.method === "HEAD") await response.body?.cancel();
    return response;
  };
}

/** Answers with a range of any length, read as the client takes it. */
async function answerWhole(
  projections: ProjectionInUse,
  request: PositionsRequest,
  format: StreamedFormat,
): Promise<Response> {
  const { noradIds, topic, cursorMs, range } = request;
  const lease = projections.lease();
  // The answer gives back the lease, if it comes to one.
  using held = new DisposableStack();
  held.use(lease);
  const chosen = await chooseSatellites(lease.projection, noradIds, topic);
  const parts = readParts(lease.projection, chosen, {
    fromMs: cursorMs,
    toMs: range.toMs,
  });
  const pieces = encodeParts(parts, format, { isThinned: false });
  const given = held.move();
  return await bytesResponse(pieces, {
    headers: headersOf(request),
    onEnd: () => given.dispose(),
  });
}

/** A request for what fits into memory. */
interface MadeRequest extends PositionsRequest {
  readonly extent: Exclude<Extent, { kind: "whole" }>;
}

/** Answers with what is read first: a page, or buckets. */
async function answerMade(
  c: Context,
  projections: ProjectionInUse,
  request: MadeRequest,
): Promise<Response> {
  // Given back when the answer is made up; encoding needs it no more.
  using lease = projections.lease();
  const answer = await read(lease.projection, request);
  const headers = headersOf(request);
  if (answer.nextMs !== null) {
    const next = nextUrl(c, request, answer.nextMs);
    headers.set("link", `<${next}>; rel="next"`);
  }
  const { format, extent } = request;
  const pieces = format === "json"
    ? encodeJson(answer)
    : encodeParts(answer.satellites, format, {
      isThinned: extent.kind === "thinned",
    });
  return await bytesResponse(pieces, { headers });
}

function headersOf({ format }: PositionsRequest): Headers {
  const charset = format === "csv" ? "; charset=utf-8" : "";
  const type = `${MEDIA_TYPES[format]}${charset}`;
  return new Headers({ "content-type": type, vary: "Accept" });
}

async function read(
  projection: Projection,
  { noradIds, topic, range, cursorMs, extent }: MadeRequest,
): Promise<PositionsAnswer> {
  const chosen = await chooseSatellites(projection, noradIds, topic);
  if (extent.kind === "thinned") {
    const { points } = extent;
    checkPoints(points, chosen.length);
    const buckets = { ...range, bucketMs: bucketMs(range, points) };
    const thinned = await readThinned(projection, chosen, buckets);
    return { ...buckets, satellites: thinned, nextMs: null };
  }
  const rest = { fromMs: cursorMs, toMs: range.toMs };
  const { limit } = extent;
  const page = await readPage(projection, chosen, { ...rest, limit });
  return { ...rest, bucketMs: null, ...page };
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
