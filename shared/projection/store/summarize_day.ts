import { Summarizer, summaryAt } from "../summaries.ts";
import { DAY_MS } from "../time_range.ts";
import type { Day } from "./sealed_days.ts";
import type { StoredHour } from "./stored_hour.ts";

/**
 * Sums up the sealed hours among those of one day, in order; null where there
 * is none.
 */
export function summarizeDay(
  hours: Iterable<StoredHour>,
): Omit<Day, "fromMs" | "toMs"> | null {
  const all = new Summarizer(DAY_MS);
  let [longestStepMs, lastMs] = [0, Infinity];
  for (const { sealed } of hours) {
    if (sealed === null) continue;
    all.addSummary(sealed);
    const sinceLastMs = sealed.firstMs - lastMs;
    longestStepMs = Math.max(longestStepMs, sealed.longestStepMs, sinceLastMs);
    lastMs = sealed.lastMs;
  }
  const summaries = all.end();
  if (summaries.samples.length === 0) return null;
  return { ...summaryAt(summaries, 0), lastMs, longestStepMs };
}
