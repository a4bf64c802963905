import type { Context } from "hono";
import { described } from "../openapi/operation.ts";
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
import { type StreamId, streamId } from "./stream_id.ts";

export const STREAM_PARAMETERS = {
  satellites: described(satellites, "Catalogue numbers; all, if left out"),
  from: described(
    instant,
    "Start of a range that comes first; only what comes from now on, if left out",
  ),
  to: described(
    instant,
    "Its end; where there is none, it runs on into live",
  ),
  points: described(
    wholeNumber(1, MOST_POINTS),
    "Thins the range to so many positions of each satellite at most",
  ),
  speed: described(
    oneOf("max", "1", "10", "60", "600"),
    "How many times faster than it was the range is sent; max is at once",
    "max",
  ),
  last_event_id: described(
    streamId,
    "Goes on after this event, as the header Last-Event-ID does",
  ),
};

/** What a browser resumes with by itself. */
export const STREAM_HEADERS = {
  "Last-Event-ID": described(streamId, "The id of the last event received"),
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
  const query = parseQuery(c.req.url, STREAM_PARAMETERS);
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
    return streamId(header);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw badParameters([{
      parameter: "Last-Event-ID",
      requirement: error.message,
      value: header,
    }]);
  }
}
