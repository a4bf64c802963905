import type { TimeRangeMs } from "./position_store.ts";

const SECOND_MS = 1000;
const MINUTE_MS = 60_000;
/** From this span on, buckets are whole minutes. */
const MINUTES_FROM_MS = 12 * 3_600_000;

/**
 * The length of buckets, aligned to the epoch, that divide a range into at
 * most `points`: the smallest whole number of seconds, or of minutes where
 * the range is 12 hours or longer.
 */
export function bucketMs(
  { fromMs, toMs }: TimeRangeMs,
  points: number,
): number {
  const spanMs = toMs - fromMs;
  const unit = spanMs >= MINUTES_FROM_MS ? MINUTE_MS : SECOND_MS;
  let units = Math.max(1, Math.ceil(spanMs / points / unit));
  // Alignment can cost one bucket more than the span alone would. There are
  // fewer only once the last one gets a smaller number.
  for (;;) {
    const first = Math.floor(fromMs / (units * unit));
    const last = Math.floor((toMs - 1) / (units * unit));
    if (last - first < points) return units * unit;
    units = Math.floor((toMs - 1) / unit / last) + 1;
  }
}
