import type { Moment } from "../feed/moment.ts";
import type { TimeRange } from "../feed/position_window.ts";

/** In a shorter range there is nothing to see of what changes over months. */
const leastMs = 7 * 86_400_000;
/** A live range moves: it is asked for anew once an hour. */
const roundMs = 3_600_000;

/**
 * Returns the page's range as a chart of what changes slowly follows it; null
 * where that is too short, and the chart shows a range of its own.
 */
export function followedRange(
  { kind, range }: Pick<Moment, "kind" | "range">,
): TimeRange | null {
  const { fromMs, toMs } = range;
  if (toMs - fromMs < leastMs) return null;
  if (kind !== "live") return range;
  return {
    fromMs: Math.floor(fromMs / roundMs) * roundMs,
    toMs: Math.ceil(toMs / roundMs) * roundMs,
  };
}
