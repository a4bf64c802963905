import type { Context } from "hono";
import { accepts } from "hono/accepts";
import type { TimeRangeMs } from "../../shared/projection/time_range.ts";
import { described } from "../openapi/operation.ts";
import {
  checkRange,
  instant,
  MOST_POINTS,
  oneOf,
  satellites,
  topicName,
  wholeNumber,
} from "../parameters.ts";
import { badParameters } from "../problem.ts";
import { parseQuery, type Query } from "../query.ts";
import {
  ACCEPTED,
  MEDIA_TYPES,
  type PositionsFormat,
  type StreamedFormat,
} from "./position_formats.ts";

const HOUR_MS = 3_600_000;
const DEFAULT_LIMIT = 10_000;
const MOST_POSITIONS = 100_000;

export const POSITIONS_PARAMETERS = {
  satellites: described(satellites, "Catalogue numbers; all, if left out"),
  from: described(instant, "Start; an hour before the end, if left out"),
  to: described(instant, "End, exclusive; now, if left out"),
  points: described(
    wholeNumber(1, MOST_POINTS),
    "Not pages, but one recorded position of each of so many parts of the range at most, with the lowest and the highest altitude of each part",
  ),
  limit: described(
    wholeNumber(1, MOST_POSITIONS),
    `Positions of a page at most; ${DEFAULT_LIMIT} of JSON, if left out, and all of the other formats`,
  ),
  cursor: described(instant, "What the page before gave as next"),
  topic: described(
    topicName,
    "Only what was recorded on it; the preferred one of each hour, if left out",
  ),
  format: described(
    oneOf("json", "csv", "ndjson", "binary"),
    "Of the answer, in place of the header Accept",
    "json",
  ),
};

/** How much of a range is wanted: raw, all or a page of it, or thinned. */
export type Extent =
  | { readonly kind: "whole"; readonly format: StreamedFormat }
  | { readonly kind: "page"; readonly limit: number }
  | { readonly kind: "thinned"; readonly points: number };

/** What a client wants to know of a range; by default the last hour. */
export interface PositionsRequest {
  readonly noradIds: readonly number[] | undefined;
  readonly topic: string | undefined;
  /** The range asked for; a page of it begins at `cursorMs`. */
  readonly range: TimeRangeMs;
  readonly cursorMs: number;
  readonly extent: Extent;
  readonly format: PositionsFormat;
}

/**
 * Reads the request of `/api/v1/positions`.
 *
 * @throws {Problem} 400, naming what is wrong.
 */
export function readPositionsRequest(
  c: Context,
  nowMs: number,
): PositionsRequest {
  const query = parseQuery(c.req.url, POSITIONS_PARAMETERS);
  const format = query.format ?? acceptedFormat(c);
  checkThinning(query, format);
  const range = readRange(c, query, nowMs);
  const { cursor = range.fromMs } = query;
  if (cursor < range.fromMs || cursor >= range.toMs) {
    throw badParameters([{
      parameter: "cursor",
      requirement: "what the page before gave as next, within the range",
      value: c.req.query("cursor")!,
    }]);
  }
  return {
    noradIds: query.satellites,
    topic: query.topic,
    range,
    cursorMs: cursor,
    extent: extentOf(query, format),
    format,
  };
}

type PositionsQuery = Query<typeof POSITIONS_PARAMETERS>;

function checkThinning(
  { points, limit, cursor }: PositionsQuery,
  format: PositionsFormat,
): void {
  if (points === undefined) return;
  const fault = (requirement: string) =>
    badParameters([{
      parameter: "points",
      requirement,
      value: String(points),
    }]);
  if (limit !== undefined || cursor !== undefined) {
    throw fault("given without limit and cursor, which are for raw pages");
  }
  if (format === "binary") {
    throw fault("left out, as the binary format holds raw positions only");
  }
}

function extentOf(
  { points, limit }: PositionsQuery,
  format: PositionsFormat,
): Extent {
  if (points !== undefined) return { kind: "thinned", points };
  if (limit !== undefined) return { kind: "page", limit };
  // One value of JSON has to be held as a whole by who reads it.
  if (format === "json") return { kind: "page", limit: DEFAULT_LIMIT };
  return { kind: "whole", format };
}

function readRange(
  c: Context,
  query: PositionsQuery,
  nowMs: number,
): TimeRangeMs {
  const toMs = query.to ?? nowMs;
  const fromMs = query.from ?? toMs - HOUR_MS;
  return checkRange({ fromMs, toMs }, c.req.query());
}

function acceptedFormat(c: Context): PositionsFormat {
  const type = accepts(c, {
    header: "Accept",
    supports: Object.keys(ACCEPTED),
    default: MEDIA_TYPES.json,
  });
  return ACCEPTED[type]!;
}
