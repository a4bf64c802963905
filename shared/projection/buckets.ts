import { DAY_MS, HOUR_MS, MINUTE_MS, type TimeRangeMs } from "./time_range.ts";

const SECOND_MS = 1000;
/** From this span on, buckets are whole minutes. */
const MINUTES_FROM_MS = 12 * HOUR_MS;

/**
 * The length of buckets, aligned to the epoch, that divide a range into at
 * most `points`: the smallest whole number of seconds, of minutes where the
 * range is 12 hours or longer, of hours where it would exceed one hour, and
 * of days where it would exceed a day. So no bucket cuts what is known in
 * short of minutes, hours and days, but for seconds, where all is looked at.
 */
export function bucketMs(range: TimeRangeMs, points: number): number {
  const isLong = range.toMs - range.fromMs >= MINUTES_FROM_MS;
  const fine = smallest(range, points, isLong ? MINUTE_MS : SECOND_MS);
  if (fine <= HOUR_MS) return fine;
  const hours = smallest(range, points, HOUR_MS);
  return hours <= DAY_MS ? hours : smallest(range, points, DAY_MS);
}

/** The smallest multiple of a unit with which there are that few buckets. */
function smallest(
  { fromMs, toMs }: TimeRangeMs,
  points: number,
  unitMs: number,
): number {
  let units = Math.max(1, Math.ceil((toMs - fromMs) / points / unitMs));
  // Alignment can cost one bucket more than the span alone would. There are
  // fewer only once the last one gets a smaller number.
  for (;;) {
    const first = Math.floor(fromMs / (units * unitMs));
    const last = Math.floor((toMs - 1) / (units * unitMs));
    if (last - first < points) return units * unitMs;
    units = Math.floor((toMs - 1) / unitMs / last) + 1;
  }
}
