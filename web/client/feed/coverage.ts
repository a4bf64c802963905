import { addGap, clipGaps } from "./gap_list.ts";
import type { TimeRange } from "./position_window.ts";

/** What of one satellite is recorded, all in all. */
export interface Coverage {
  noradId: number;
  firstMs: number;
  lastMs: number;
  /** Between the first and the last, earliest first. */
  gaps: readonly TimeRange[];
}

/** Returns the stretches that are recorded, earliest first. */
export function recordedParts(
  { firstMs, lastMs, gaps }: Coverage,
): TimeRange[] {
  const parts: TimeRange[] = [];
  let fromMs = firstMs;
  for (const gap of gaps) {
    parts.push({ fromMs, toMs: gap.fromMs });
    fromMs = gap.toMs;
  }
  return [...parts, { fromMs, toMs: lastMs }];
}

/**
 * Returns a coverage with what the stream has told since it was read.
 *
 * @param known.gaps Of any time: those that begin later than the coverage count.
 */
export function continueCoverage(
  coverage: Coverage,
  known: { gaps: readonly TimeRange[]; latestMs: number },
): Coverage {
  const { lastMs } = coverage;
  if (known.latestMs <= lastMs) return coverage;
  const since = clipGaps(known.gaps, {
    fromMs: lastMs,
    toMs: known.latestMs,
  });
  const gaps = since.reduce(addGap, [...coverage.gaps]);
  return { ...coverage, lastMs: known.latestMs, gaps };
}

/**
 * Returns the last recorded time before a range and the first after it, of any
 * satellite. In the range itself nothing is recorded.
 */
export function findNearest(
  coverages: readonly Coverage[],
  { fromMs, toMs }: TimeRange,
): { beforeMs: number | null; afterMs: number | null } {
  const parts = coverages.flatMap(recordedParts);
  const before = parts.map((part) => part.toMs).filter((ms) => ms < fromMs);
  const after = parts.map((part) => part.fromMs).filter((ms) => ms >= toMs);
  return {
    beforeMs: before.length === 0
      ? null
      : before.reduce((a, b) => Math.max(a, b)),
    afterMs: after.length === 0 ? null : after.reduce((a, b) => Math.min(a, b)),
  };
}
