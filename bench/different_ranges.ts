import type { TimeRangeMs } from "../shared/projection/time_range.ts";

/**
 * Ranges of one length, each another one, until all that fit have been given;
 * then from the first on.
 */
export function* differentRanges(
  { fromMs, toMs }: TimeRangeMs,
  lengthMs: number,
  stepMs: number,
): Generator<TimeRangeMs, never> {
  for (;;) {
    for (let at = fromMs; at + lengthMs <= toMs; at += stepMs) {
      yield { fromMs: at, toMs: at + lengthMs };
    }
  }
}
