import type { TimeRange } from "../feed/position_window.ts";

/** What the scrubber spans, and what of time there was when it was laid. */
export interface Strip extends TimeRange {
  wholeFromMs: number;
}

/** So many times the range that is shown, where more is recorded. */
const timesShown = 24;
/** Between these a strip stays as it is, whatever range is chosen on it. */
const leastTimes = 2;
const mostTimes = 100;
/** A range nearer to an end than this share of the strip has it moved on. */
const nearEnd = 0.05;

/**
 * Returns what the scrubber spans: all that is recorded up to now, where the
 * range can be seen on that, or else a stretch around the range.
 *
 * @param previous Stays, if it serves: nothing should jump under a pointer.
 */
export function stripFor(
  shown: TimeRange,
  { recordedFromMs, nowMs, previous }: {
    recordedFromMs: number | null;
    nowMs: number;
    previous: Strip | null;
  },
): Strip {
  const whole = {
    fromMs: Math.min(recordedFromMs ?? shown.fromMs, shown.fromMs),
    toMs: Math.max(nowMs, shown.toMs),
  };
  const wholeFromMs = recordedFromMs ?? shown.fromMs;
  if (previous?.wholeFromMs === wholeFromMs) {
    const kept = slide(previous, nowMs);
    if (serves(kept, shown, whole)) return kept;
  }
  const lengthMs = timesShown * lengthOf(shown);
  if (lengthOf(whole) <= 2 * lengthMs) return { ...whole, wholeFromMs };
  const middleMs = (shown.fromMs + shown.toMs) / 2;
  const latestMs = whole.toMs - lengthMs;
  const fromMs = Math.max(
    whole.fromMs,
    Math.min(latestMs, middleMs - lengthMs / 2),
  );
  return { fromMs, toMs: fromMs + lengthMs, wholeFromMs };
}

/** A strip that ends now goes on with it, as long as somebody looks at it. */
function slide(strip: Strip, nowMs: number): Strip {
  const lateMs = nowMs - strip.toMs;
  if (lateMs <= 0 || lateMs > 5_000) return strip;
  const isWhole = strip.fromMs === strip.wholeFromMs;
  const fromMs = isWhole ? strip.fromMs : strip.fromMs + lateMs;
  return { ...strip, fromMs, toMs: nowMs };
}

function serves(strip: Strip, shown: TimeRange, whole: TimeRange): boolean {
  const times = lengthOf(strip) / lengthOf(shown);
  if (times < leastTimes || times > mostTimes) return false;
  const marginMs = nearEnd * lengthOf(strip);
  return shown.fromMs >=
      strip.fromMs + (strip.fromMs > whole.fromMs ? marginMs : 0) &&
    shown.toMs <= strip.toMs - (strip.toMs < whole.toMs ? marginMs : 0);
}

/** Returns how far along a strip a time is: 0 at its start, 1 at its end. */
export function shareOf(timeMs: number, strip: TimeRange): number {
  return (timeMs - strip.fromMs) / lengthOf(strip);
}

/** Returns a range moved as it is, as far as the bounds let it. */
export function moveRange(
  range: TimeRange,
  byMs: number,
  bounds: TimeRange,
): TimeRange {
  const lengthMs = Math.min(lengthOf(range), lengthOf(bounds));
  const toMs = Math.min(
    bounds.toMs,
    Math.max(bounds.fromMs + lengthMs, range.toMs + byMs),
  );
  return { fromMs: toMs - lengthMs, toMs };
}

/** Returns a range with one of its ends moved, never nearer to the other than `leastMs`. */
export function moveEnd(
  range: TimeRange,
  end: "from" | "to",
  { byMs, bounds, leastMs }: {
    byMs: number;
    bounds: TimeRange;
    leastMs: number;
  },
): TimeRange {
  const { fromMs, toMs } = range;
  if (end === "from") {
    const movedMs = Math.max(bounds.fromMs, fromMs + byMs);
    return { fromMs: Math.min(movedMs, toMs - leastMs), toMs };
  }
  const movedMs = Math.min(bounds.toMs, toMs + byMs);
  return { fromMs, toMs: Math.max(movedMs, fromMs + leastMs) };
}

function lengthOf({ fromMs, toMs }: TimeRange): number {
  return toMs - fromMs;
}
