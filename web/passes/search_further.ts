import {
  DAY_MS,
  type TimeRangeMs,
} from "../../shared/projection/time_range.ts";

/**
 * Searches a range from its beginning, each time twice as far, until there is
 * enough, or all of it: the next few are mostly near.
 */
export async function searchFurther<T>(
  range: TimeRangeMs,
  search: (part: TimeRangeMs) => Promise<T>,
  isEnough: (found: T) => boolean,
): Promise<T> {
  const { fromMs } = range;
  for (let days = 1;; days *= 2) {
    const toMs = Math.min(fromMs + days * DAY_MS, range.toMs);
    const found = await search({ fromMs, toMs });
    if (isEnough(found) || toMs === range.toMs) return found;
  }
}
