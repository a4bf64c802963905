import type { TimeRangeMs } from "../time_range.ts";
import { SLOT_MS } from "./position_tables.ts";

/** The slots that a range touches, in order. */
export function slotsOf({ fromMs, toMs }: TimeRangeMs): number[] {
  const first = Math.floor(fromMs / SLOT_MS);
  if (fromMs >= toMs) return [];
  const length = Math.ceil(toMs / SLOT_MS) - first;
  return Array.from({ length }, (_, i) => first + i);
}
