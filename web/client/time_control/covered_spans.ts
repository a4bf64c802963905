import { type Coverage, recordedParts } from "../feed/coverage.ts";
import type { TimeRange } from "../feed/position_window.ts";
import { shareOf } from "./strip.ts";

/** A gap that is at least this wide is seen, be it as a hole of one pixel. */
const leastGapPx = 0.25;

/** Returns where on the strip something is recorded, in pixels from its left. */
export function coveredSpans(
  coverage: Coverage,
  { strip, widthPx }: { strip: TimeRange; widthPx: number },
): [number, number][] {
  const spans: [number, number][] = [];
  for (const part of recordedParts(coverage)) {
    if (part.toMs < strip.fromMs || part.fromMs > strip.toMs) continue;
    const left = Math.max(0, shareOf(part.fromMs, strip) * widthPx);
    const right = Math.min(widthPx, shareOf(part.toMs, strip) * widthPx);
    const last = spans.at(-1);
    const gapPx = left - (last?.[1] ?? -Infinity);
    if (last && gapPx < leastGapPx) last[1] = right;
    else {
      // Taken from both of its sides, so that it stays in its place.
      const shortPx = Math.max(0, 1 - gapPx) / 2;
      if (last) last[1] -= shortPx;
      spans.push([left + shortPx, Math.max(right, left + shortPx + 1)]);
    }
  }
  return spans;
}
