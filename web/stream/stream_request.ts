import type { Context } from "hono";
import {
  checkRange,
  instant,
  MOST_POINTS,
  oneOf,
  satellites,
  wholeNumber,
} from "../parameters.ts";
import { badParameters } from "../problem.ts";
import { parseQuery } from "../query.ts";
import { filterOf, type SatelliteFilter } from "./satellite_filter.ts";
import { parseStreamId, type StreamId } from "./stream_id.ts";

const PARAMETERS = {
  satellites,
  from: instant,
  to: instant,
  points: wholeNumber(1, MOST_POINTS),
  speed: oneOf("max", "1", "10", "60", "600"),
  last_event_id: parseStreamId,
};

/** What a client wants to be sent. */
export interface StreamRequest {
  readonly noradIds: readonly number[] | undefined;
  readonly filter: SatelliteFilter;
  /** Null for live only. */
  readonly fromMs: number | null;
  /** Null for without end. */
  readonly toMs: number | null;
  readonly points: number | null;
  /** Times faster than it was; null for at once. */
  readonly speed: number | null;
  readonly resume: StreamId | null;
}

/**
 * Reads the request of a stream. Where a browser resumes by itself, its
 * `Last-Event-ID` header counts, which is newer than any in the address.
 *
 * @throws {Problem} 400, naming what is wrong.
 */
export function readStreamRequest(c: Context, nowMs: number): StreamRequest {
  const query = parseQuery(c.req.url, PARAMETERS);
  const { from, to } = c.req.query();
  if (query.from === undefined) {
    const lost = (["to", "points", "speed"] as const).find((name) =>
      query[name] !== undefined
    );
    if (lost !== undefined) {
      throw badParameters([{
        parameter: "from",
        requirement: `given with ${lost}`,
        value: null,
      }]);
    }
  } else {
    const toMs = query.to ?? Math.max(nowMs, query.from + 1);
    checkRange({ fromMs: query.from, toMs }, { from, to });
  }
  const speed = query.speed ?? "max";
  return {
    noradIds: query.satellites,
    filter: filterOf(query.satellites),
    fromMs: query.from ?? null,
    toMs: query.to ?? null,
    points: query.points ?? null,
    speed: speed === "max" ? null : Number(speed),
    resume: readHeader(c) ?? query.last_event_id ?? null,
  };
}

function readHeader(c: Context): StreamId | null {
  const header = c.req.header("last-event-id");
  if (header === undefined || header === "") return null;
  try {
    return parseStreamId(header);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw badParameters([{
      parameter: "Last-Event-ID",
      requirement: error.message,
      value: header,
    }]);
  }
}
