import type { TimeRange } from "../feed/position_window.ts";
import { windowLengthMs, windows } from "./live_windows.ts";
import type { ViewRange } from "./view_state.ts";

const secondMs = 1_000;

/** A length that differs from a window's by less than this is meant to be it. */
const alike = 0.01;

/** Which way in time. */
export type Direction = -1 | 1;

/**
 * Returns the view of a range that was pointed at, in whole seconds: one that
 * ends behind now is fixed; one that reaches now goes on with it, as a live
 * window where it is as long as one.
 *
 * @param options.nearMs An end as near to now as this is meant to be now.
 */
export function viewRangeOf(
  { fromMs, toMs }: TimeRange,
  { nowMs, nearMs = 0 }: { nowMs: number; nearMs?: number },
): ViewRange {
  if (toMs < nowMs - nearMs) {
    const from = floorSecond(fromMs);
    const to = Math.max(from + secondMs, floorSecond(toMs));
    return { kind: "fixed", fromMs: from, toMs: to };
  }
  const lengthMs = toMs - fromMs;
  const window = windows.find((known) =>
    Math.abs(windowLengthMs[known] - lengthMs) < alike * windowLengthMs[known]
  );
  if (window) return { kind: "live", window };
  const from = Math.min(floorSecond(fromMs), floorSecond(nowMs) - secondMs);
  return { kind: "fixed", fromMs: from, toMs: null };
}

/** Returns the view one span earlier or later; later than now there is none. */
export function shiftSpan(
  { fromMs, toMs }: TimeRange,
  direction: Direction,
  nowMs: number,
): ViewRange {
  const lengthMs = toMs - fromMs;
  const endMs = Math.min(toMs + direction * lengthMs, nowMs);
  return viewRangeOf({ fromMs: endMs - lengthMs, toMs: endMs }, { nowMs });
}

/**
 * Returns the next moment on the grid of the points that are drawn, which are
 * aligned to the epoch; within a range, of which its start is no moment.
 */
export function stepMoment(
  shownMs: number,
  direction: Direction,
  { stepMs, range }: { stepMs: number; range: TimeRange },
): number {
  const steps = shownMs / stepMs;
  const nextMs = stepMs *
    (direction > 0 ? Math.floor(steps) + 1 : Math.ceil(steps) - 1);
  return Math.min(range.toMs, Math.max(range.fromMs + secondMs, nextMs));
}

export function floorSecond(timeMs: number): number {
  return Math.floor(timeMs / secondMs) * secondMs;
}
