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

/** Returns the last recorded time before a range and the first after it, of any satellite. */
export function findNearest(
  coverages: readonly Coverage[],
  { fromMs, toMs }: TimeRange,
): { beforeMs: number | null; afterMs: number | null } {
  let beforeMs = -Infinity;
  let afterMs = Infinity;
  for (const coverage of coverages) {
    for (const part of recordedParts(coverage)) {
      if (part.fromMs < fromMs) {
        beforeMs = Math.max(beforeMs, Math.min(part.toMs, fromMs));
      }
      if (part.toMs >= toMs) {
        afterMs = Math.min(afterMs, Math.max(part.fromMs, toMs));
      }
    }
  }
  return {
    beforeMs: Number.isFinite(beforeMs) ? beforeMs : null,
    afterMs: Number.isFinite(afterMs) ? afterMs : null,
  };
}
