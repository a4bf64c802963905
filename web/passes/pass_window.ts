import { formatInstant } from "../../shared/instant.ts";
import {
  DAY_MS,
  type TimeRangeMs,
} from "../../shared/projection/time_range.ts";
import { described } from "../openapi/operation.ts";
import { instant, wholeNumber } from "../parameters.ts";
import type { Fault } from "../problem.ts";
import type { Query, ReadQuery } from "../query.ts";
import { passPlace } from "./pass_place.ts";
import type { PassesFormat } from "./passes_formats.ts";

const MOST_DAYS = 31;
const MOST_MS = MOST_DAYS * DAY_MS;
const MOST_NEXT = 100;

/** Of a calendar: who subscribes to it wants to know what comes. */
const CALENDAR_DAYS_AHEAD = 14;

/** Most passes, or views, of one page. */
export const MOST_ON_PAGE = 1_000;

/** What says when: a range, in pages, or so many from an instant on. */
export const WINDOW_PARAMETERS = {
  from: described(
    instant,
    "Start; 24 hours before the end, or now with next, if left out",
  ),
  to: described(
    instant,
    `End, at most ${MOST_DAYS} days after from; 24 hours after from, or now, if left out`,
  ),
  next: described(
    wholeNumber(1, MOST_NEXT),
    `Not a range, but so many from its start on, up to ${MOST_DAYS} days ahead`,
  ),
  limit: described(
    wholeNumber(1, MOST_ON_PAGE),
    "Of a page at most; CSV and calendars are whole without it",
    MOST_ON_PAGE,
  ),
  cursor: described(passPlace, "Where the page begins"),
};

type WindowParameters = typeof WINDOW_PARAMETERS;

/** What is wrong with these parameters together. */
export function windowFaults(
  { query: { from, to }, texts }: Pick<
    ReadQuery<WindowParameters>,
    "query" | "texts"
  >,
): Fault[] {
  const fault = (
    parameter: "to" | "limit" | "cursor",
    requirement: string,
  ): Fault[] => {
    const value = texts[parameter];
    return value === undefined ? [] : [{ parameter, requirement, value }];
  };
  if (texts.next !== undefined) {
    return [
      ...fault("to", `left out, as next looks up to ${MOST_DAYS} days ahead`),
      ...fault("limit", "left out, as next says how many"),
      ...fault("cursor", "left out, as next gives one page"),
    ];
  }
  if (from === undefined || to === undefined) return [];
  if (to <= from) return fault("to", `later than from, ${formatInstant(from)}`);
  if (to - from <= MOST_MS) return [];
  return fault(
    "to",
    `at most ${MOST_DAYS} days after from, ${formatInstant(from)}`,
  );
}

/**
 * The range that the parameters mean, where nothing is wrong with them: 24
 * hours long unless both ends are given, by default up to now; with `next` so
 * long as may have to be searched. A calendar goes on from the last 24 hours to
 * the coming 14 days.
 */
export function windowOf(
  { from, to, next }: Query<WindowParameters>,
  { nowMs, format }: { readonly nowMs: number; readonly format: PassesFormat },
): TimeRangeMs {
  if (next !== undefined) {
    const fromMs = from ?? nowMs;
    return { fromMs, toMs: fromMs + MOST_MS };
  }
  if (from === undefined && to === undefined && format === "ics") {
    const toMs = nowMs + CALENDAR_DAYS_AHEAD * DAY_MS;
    return { fromMs: nowMs - DAY_MS, toMs };
  }
  const fromMs = from ?? (to ?? nowMs) - DAY_MS;
  return { fromMs, toMs: to ?? fromMs + DAY_MS };
}
