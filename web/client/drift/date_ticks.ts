import { timeTicks } from "../satellites/time_ticks.ts";

/** One mark of an axis of years. */
export interface DateTick {
  value: number;
  label: string;
}

const yearMs = 365.25 * 86_400_000;
const steps = [1, 2, 5, 10, 20];

/**
 * Returns the marks of a UTC time axis, `maxCount` at most: whole years where
 * there are some, else round times.
 */
export function dateTicks(
  fromMs: number,
  toMs: number,
  maxCount: number,
): DateTick[] {
  const years = (toMs - fromMs) / yearMs;
  if (years < 2) return timeTicks(fromMs, toMs, maxCount);
  const step = steps.find((step) => years / step <= maxCount) ?? steps.at(-1)!;
  const ticks: DateTick[] = [];
  const first = Math.ceil(new Date(fromMs).getUTCFullYear() / step) * step;
  for (let year = first; ticks.length < maxCount; year += step) {
    const value = Date.UTC(year, 0);
    if (value > toMs) break;
    if (value >= fromMs) ticks.push({ value, label: String(year) });
  }
  return ticks;
}
