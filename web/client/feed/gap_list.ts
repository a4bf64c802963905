import type { TimeRange } from "./position_window.ts";

/** Returns the gaps with everything inside a range taken out. */
export function cutGaps(
  gaps: readonly TimeRange[],
  range: TimeRange,
): TimeRange[] {
  return gaps.flatMap((gap) =>
    [
      { fromMs: gap.fromMs, toMs: Math.min(gap.toMs, range.fromMs) },
      { fromMs: Math.max(gap.fromMs, range.toMs), toMs: gap.toMs },
    ].filter(isSome)
  );
}

/** Returns the gaps with one more, joined where they touch, earliest first. */
export function addGap(
  gaps: readonly TimeRange[],
  gap: TimeRange,
): TimeRange[] {
  const joined: TimeRange[] = [];
  for (const next of [...gaps, gap].sort((a, b) => a.fromMs - b.fromMs)) {
    const last = joined.at(-1);
    if (last && next.fromMs <= last.toMs) {
      last.toMs = Math.max(last.toMs, next.toMs);
    } else joined.push({ ...next });
  }
  return joined;
}

/** Returns the gaps as they are once a range has been read again. */
export function replaceGaps(
  gaps: readonly TimeRange[],
  range: TimeRange,
  inside: readonly TimeRange[],
): TimeRange[] {
  return inside.reduce(addGap, cutGaps(gaps, range));
}

/** Returns the part of each gap that lies in a range. */
export function clipGaps(
  gaps: readonly TimeRange[],
  range: TimeRange,
): TimeRange[] {
  return gaps
    .map((gap) => ({
      fromMs: Math.max(gap.fromMs, range.fromMs),
      toMs: Math.min(gap.toMs, range.toMs),
    }))
    .filter(isSome);
}

function isSome(range: TimeRange): boolean {
  return range.toMs > range.fromMs;
}
