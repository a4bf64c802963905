import type { Projection } from "../../shared/projection/projection.ts";
import type { StoreKey } from "../../shared/projection/store/stored_hour.ts";
import { summarizeDay } from "../../shared/projection/store/summarize_day.ts";
import { DAY_MS } from "../../shared/projection/time_range.ts";
import { findUnlike } from "./find_unlike.ts";

/**
 * Compares what a day is in short with its hours; a day of which a part is
 * open is nothing yet. For one state of the database.
 */
export function auditDay(
  { positions }: Projection,
  { noradId, topicRef }: StoreKey,
  fromMs: number,
): string[] {
  const key = { noradId, topicRef };
  const range = { fromMs, toMs: fromMs + DAY_MS };
  const hours = [...positions.hours(key, range)];
  if (hours.some(({ sealed }) => sealed === null)) return [];
  const made = summarizeDay(hours);
  if (made === null) return [];
  return findUnlike(positions.days(key, range)[0] ?? null, made);
}
