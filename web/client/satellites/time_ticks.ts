const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

const steps = [
  ...[1, 2, 5, 10, 15, 30].map((n) => n * second),
  ...[1, 2, 5, 10, 15, 30].map((n) => n * minute),
  ...[1, 2, 3, 6, 12].map((n) => n * hour),
  ...[1, 2, 5, 10, 30, 60, 120, 365, 730].map((n) => n * day),
];

const dayLabel = new Intl.DateTimeFormat("en-GB", {
  timeZone: "UTC",
  day: "numeric",
  month: "short",
});

/** One mark of a time axis. */
export interface TimeTick {
  value: number;
  label: string;
}

/**
 * Returns the marks of a UTC time axis at round times, `maxCount` at most.
 *
 * A mark at midnight names the day instead of saying 00:00.
 */
export function timeTicks(
  fromMs: number,
  toMs: number,
  maxCount: number,
): TimeTick[] {
  const step = steps.find((step) => (toMs - fromMs) / step <= maxCount) ??
    steps.at(-1)!;
  const ticks: TimeTick[] = [];
  const firstMs = Math.ceil(fromMs / step) * step;
  for (let timeMs = firstMs; timeMs <= toMs; timeMs += step) {
    if (ticks.length === maxCount) break;
    ticks.push({ value: timeMs, label: label(timeMs, step) });
  }
  return ticks;
}

function label(timeMs: number, step: number): string {
  if (timeMs % day === 0) return dayLabel.format(timeMs);
  const text = new Date(timeMs).toISOString();
  return step < minute ? text.slice(11, 19) : text.slice(11, 16);
}
