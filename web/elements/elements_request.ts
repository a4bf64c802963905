import type { ElementSetPlace } from "../../shared/projection/element_sets/read_element_sets.ts";
import { described } from "../openapi/operation.ts";
import {
  checkRange,
  instant,
  matching,
  oneOf,
  wholeNumber,
} from "../parameters.ts";
import { badParameters } from "../problem.ts";
import { parseQuery } from "../query.ts";

const DEFAULT_LIMIT = 100;
const MOST_SETS = 10_000;

/** Epochs lie between these, in ms since 1970. */
const EARLIEST_MS = Date.UTC(1957, 0);
const LATEST_MS = Date.UTC(2200, 0);

/** What `formatPlace` wrote. */
export const place = matching(
  /^(-?\d{1,16})-([0-9a-f]{12})$/,
  "what the page before gave as next",
  (parts): ElementSetPlace => ({ epochUs: Number(parts[1]), id: parts[2]! }),
);

export const ELEMENTS_PARAMETERS = {
  from: described(instant, "Start of the epochs; that of all, if left out"),
  to: described(instant, "End of the epochs, exclusive"),
  limit: described(
    wholeNumber(1, MOST_SETS),
    "Sets of a page at most",
    DEFAULT_LIMIT,
  ),
  cursor: described(place, "Where the page begins"),
  at: described(
    instant,
    "Only the set in force then; without range and pages. Now, if only mode is given",
  ),
  mode: described(
    oneOf("recorded", "best", "latest"),
    "Of at: the set that the last recorded position rests on, the one with the nearest epoch, or the newest one; best, if only at is given",
  ),
  format: described(
    oneOf("json", "omm", "tle"),
    "With what they say in short, as CCSDS OMM, or as two lines",
    "json",
  ),
};

/** Which of a satellite's element sets a client wants, and how written. */
export type ElementsRequest =
  & { readonly format: "json" | "omm" | "tle" }
  & (
    | {
      readonly kind: "history";
      readonly from: ElementSetPlace;
      readonly toMs: number;
      readonly limit: number;
    }
    | {
      /** The one set in force at an instant. */
      readonly kind: "one";
      readonly atMs: number;
      readonly mode: "recorded" | "best" | "latest";
    }
  );

/**
 * Reads the request of `/api/v1/satellites/{norad_id}/elements`: a history by
 * epoch, or with `at` or `mode` the one set in force then, by default now.
 *
 * @throws {Problem} 400, naming what is wrong.
 */
export function readElementsRequest(
  url: string,
  nowMs: number,
): ElementsRequest {
  const query = parseQuery(url, ELEMENTS_PARAMETERS);
  const { format = "json", at, mode } = query;
  if (at === undefined && mode === undefined) {
    const { from = EARLIEST_MS, to = LATEST_MS, limit = DEFAULT_LIMIT } = query;
    checkRange({ fromMs: from, toMs: to }, {});
    const start = query.cursor ?? { epochUs: from * 1000, id: "" };
    return { kind: "history", format, from: start, toMs: to, limit };
  }
  const others = ["from", "to", "limit", "cursor"] as const;
  const given = others.filter((name) => query[name] !== undefined);
  if (given.length > 0) {
    const params = new URL(url).searchParams;
    throw badParameters(given.map((parameter) => ({
      parameter,
      requirement: "left out, as at and mode ask for one set",
      value: params.get(parameter),
    })));
  }
  return { kind: "one", format, atMs: at ?? nowMs, mode: mode ?? "best" };
}

export function formatPlace({ epochUs, id }: ElementSetPlace): string {
  return `${epochUs}-${id}`;
}
