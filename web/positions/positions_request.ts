import type { Context } from "hono";
import { accepts } from "hono/accepts";
import type { TimeRangeMs } from "../../shared/projection/position_store.ts";
import {
  checkRange,
  instant,
  MOST_POINTS,
  MOST_RANGE_MS,
  oneOf,
  satellites,
  topicName,
  wholeNumber,
} from "../parameters.ts";
import { badParameters } from "../problem.ts";
import { parseQuery, type Query } from "../query.ts";

const HOUR_MS = 3_600_000;
const DEFAULT_LIMIT = 10_000;
const MOST_POSITIONS = 100_000;

const PARAMETERS = {
  satellites,
  from: instant,
  to: instant,
  points: wholeNumber(1, MOST_POINTS),
  limit: wholeNumber(1, MOST_POSITIONS),
  cursor: instant,
  topic: topicName,
  format: oneOf("json", "csv"),
};

/** What a client wants to know of a range; by default the last hour. */
export interface PositionsRequest {
  readonly noradIds: readonly number[] | undefined;
  readonly topic: string | undefined;
  /** The range asked for; a page of it begins at `cursorMs`. */
  readonly range: TimeRangeMs;
  readonly cursorMs: number;
  /** Null for raw positions, in pages of `limit`. */
  readonly points: number | null;
  readonly limit: number;
  readonly format: "json" | "csv";
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
  const query = parseQuery(c.req.url, PARAMETERS);
  checkThinning(query);
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
    points: query.points ?? null,
    limit: query.limit ?? DEFAULT_LIMIT,
    format: query.format ?? acceptedFormat(c),
  };
}

type PositionsQuery = Query<typeof PARAMETERS>;

function checkThinning({ points, limit, cursor }: PositionsQuery): void {
  if (points === undefined) return;
  if (limit === undefined && cursor === undefined) return;
  throw badParameters([{
    parameter: "points",
    requirement: "given without limit and cursor, which are for raw pages",
    value: String(points),
  }]);
}

function readRange(
  c: Context,
  query: PositionsQuery,
  nowMs: number,
): TimeRangeMs {
  const toMs = query.to ?? nowMs;
  const fromMs = query.from ?? toMs - HOUR_MS;
  const longest = query.points === undefined ? Infinity : MOST_RANGE_MS;
  return checkRange({ fromMs, toMs }, c.req.query(), longest);
}

function acceptedFormat(c: Context): "json" | "csv" {
  const type = accepts(c, {
    header: "Accept",
    supports: ["application/json", "text/csv"],
    default: "application/json",
  });
  return type === "text/csv" ? "csv" : "json";
}
