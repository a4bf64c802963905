import type { TimeRange } from "../feed/position_window.ts";

/** What can be moved on the scrubber: the range, or one of its ends. */
export type Handle = "whole" | "from" | "to";

export type ScrubberKey =
  | "ArrowLeft"
  | "ArrowDown"
  | "ArrowRight"
  | "ArrowUp"
  | "PageUp"
  | "PageDown"
  | "Home"
  | "End";

/** An end moves by this share of the strip, the range by this one of itself. */
const endStep = 1 / 200;
const rangeStep = 1 / 10;
const secondMs = 1_000;

/**
 * Returns how far a key moves something on the scrubber, in milliseconds; null
 * for a key that is none of its own. Where to it may be moved is not looked at.
 *
 * @param options.isLarge With Shift: by ten steps.
 */
export function scrubberMove(
  handle: Handle,
  key: ScrubberKey,
  { range, strip, isLarge }: {
    range: TimeRange;
    strip: TimeRange;
    isLarge: boolean;
  },
): number | null {
  const lengthMs = range.toMs - range.fromMs;
  const oneMs = handle === "whole"
    ? lengthMs * rangeStep
    : (strip.toMs - strip.fromMs) * endStep;
  const roundMs = Math.max(secondMs, Math.round(oneMs / secondMs) * secondMs);
  const stepMs = isLarge ? 10 * roundMs : roundMs;
  switch (key) {
    case "ArrowLeft":
    case "ArrowDown":
      return -stepMs;
    case "ArrowRight":
    case "ArrowUp":
      return stepMs;
    case "PageDown":
      return -lengthMs;
    case "PageUp":
      return lengthMs;
    case "Home":
      return strip.fromMs - (handle === "to" ? range.toMs : range.fromMs);
    case "End":
      return strip.toMs - (handle === "from" ? range.fromMs : range.toMs);
    default:
      return null;
  }
}
