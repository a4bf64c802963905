import { formatTimeOfDay } from "./format_time_of_day.ts";

/** One mark of an axis of hours of the day. */
export interface TimeOfDayTick {
  value: number;
  label: string;
}

const minutes = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360];

/** Returns marks at round times of day, given in hours, `maxCount` at most. */
export function timeOfDayTicks(
  min: number,
  max: number,
  maxCount: number,
): TimeOfDayTick[] {
  if (!(max > min)) return [];
  const step =
    minutes.map((one) => one / 60).find((step) =>
      Math.floor(max / step) - Math.ceil(min / step) < maxCount
    ) ?? 6;
  const ticks: TimeOfDayTick[] = [];
  for (let n = Math.ceil(min / step); n * step <= max; n++) {
    ticks.push({ value: n * step, label: formatTimeOfDay(n * step) });
  }
  return ticks;
}
