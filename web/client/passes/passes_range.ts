import type { TimeRange } from "../feed/position_window.ts";
import type { ViewState } from "../time_control/view_state.ts";
import type { PassesChoice } from "./passes_choice.ts";

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const longestDays = 31;
/** The longest range that the API takes. */
export const longestRangeMs = longestDays * dayMs;

/** The time whose passes are listed. */
export interface PassesRange extends TimeRange {
  /** Whether its beginning was cut off, as it was too long. */
  isCut: boolean;
}

/** Whether it goes on with the time, so that passes become other ones. */
export function isMoving({ range, atMs }: ViewState): boolean {
  return atMs === null && (range.kind === "live" || range.toMs === null);
}

/**
 * Returns the time whose passes are listed: some days about now, or about where
 * it is paused; of a fixed range that, and where it has no end of its own, some
 * days on.
 */
export function passesRange(
  { range, atMs, passes: { daysBack, daysAhead } }: ViewState,
  nowMs: number,
): PassesRange {
  const aboutMs = atMs ?? nowMs;
  const fromMs = range.kind === "live"
    ? floorMinute(aboutMs - daysBack * dayMs)
    : range.fromMs;
  const toMs = range.kind === "fixed" && range.toMs !== null
    ? range.toMs
    : floorMinute(aboutMs + daysAhead * dayMs) + minuteMs;
  const firstMs = toMs - longestRangeMs;
  return {
    fromMs: Math.max(fromMs, firstMs),
    toMs,
    // Of whole days up to the end of a minute that is nothing to speak of.
    isCut: fromMs < firstMs - minuteMs,
  };
}

/** Returns how many of the days back are listed: those ahead go first. */
export function listedDaysBack(
  { daysBack, daysAhead }: Pick<PassesChoice, "daysBack" | "daysAhead">,
): number {
  return Math.min(daysBack, longestDays - daysAhead);
}

function floorMinute(timeMs: number): number {
  return Math.floor(timeMs / minuteMs) * minuteMs;
}
