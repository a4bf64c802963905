import type { ElementSetPlace } from "../../shared/projection/element_sets/read_element_sets.ts";
import { checkRange, instant, oneOf, wholeNumber } from "../parameters.ts";
import { badParameters } from "../problem.ts";
import { type Parameter, parseQuery } from "../query.ts";

const DEFAULT_LIMIT = 100;
const MOST_SETS = 10_000;

/** Epochs lie between these, in ms since 1970. */
const EARLIEST_MS = Date.UTC(1957, 0);
const LATEST_MS = Date.UTC(2200, 0);

/** What `formatPlace` wrote. */
export const place: Parameter<ElementSetPlace> = (text) => {
  const parts = /^(-?\d{1,16})-([0-9a-f]{12})$/.exec(text);
  if (parts === null) throw new RangeError("what the page before gave as next");
  return { epochUs: Number(parts[1]), id: parts[2]! };
};

const PARAMETERS = {
  from: instant,
  to: instant,
  limit: wholeNumber(1, MOST_SETS),
  cursor: place,
  at: instant,
  mode: oneOf("recorded", "best", "latest"),
  format: oneOf("json", "omm", "tle"),
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
  const query = parseQuery(url, PARAMETERS);
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
