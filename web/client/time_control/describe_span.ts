import type { TimeRange } from "../feed/position_window.ts";
import { formatDateTime, formatDuration, formatTimeOfDay } from "../format.ts";
import { texts } from "../texts.ts";
import type { Handle } from "./scrubber_move.ts";

const minuteMs = 60_000;

/**
 * Returns a range and its ends in words, for whoever moves them. While they go
 * on with the time the words change once a minute: they are read out.
 */
export function describeSpan(
  { fromMs, toMs }: TimeRange,
  { kind, nowMs }: { kind: string; nowMs: number },
): Record<Handle, string> {
  const words = texts.time;
  const isNow = kind === "live" && nowMs - toMs < 2_000;
  const from = isNow
    ? formatDateTime(Math.round(fromMs / minuteMs) * minuteMs).slice(0, 16)
    : formatDateTime(fromMs);
  const to = isNow ? words.now : formatTimeOfDay(toMs, fromMs);
  const length = formatDuration(toMs - fromMs);
  return {
    whole: words.spanOf(
      isNow ? words.toNow(words.instant(from)) : words.fromTo(from, to),
      length,
    ),
    from: words.instant(from),
    to: isNow ? words.now : words.instant(formatDateTime(toMs)),
  };
}
