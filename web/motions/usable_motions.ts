import { formatInstant, formatInstantUs } from "../../shared/instant.ts";
import {
  DAY_MS,
  type TimeRangeMs,
} from "../../shared/projection/time_range.ts";
import type { AgePercentiles } from "../../tle/audit/audit_percentiles.ts";
import { usableAgeDays } from "../../tle/audit/usable_age.ts";
import type { SourceMotion } from "./read_motions.ts";

/** Elements that are expected to be off by more than this are not used. */
const MOST_ERROR_S = 600;

/** Motions that may be used, and why there are no others. */
export interface UsableMotions {
  readonly motions: readonly SourceMotion[];
  /** Sentences about stretches that are left out. */
  readonly refusals: readonly string[];
}

/**
 * Leaves out where elements are too far from their epoch: where they are expected
 * to be off by more than ten minutes, as half of all cases are.
 *
 * @param range What was asked for: only what is left out of it is told.
 * @param percentiles Of this satellite, by age.
 */
export function usableMotions(
  motions: readonly SourceMotion[],
  range: TimeRangeMs,
  percentiles: readonly AgePercentiles[],
): UsableMotions {
  const usable: SourceMotion[] = [];
  const refusals: string[] = [];
  for (const motion of motions) {
    const set = motion.elementSet;
    if (motion.source === "recorded" || set === null) {
      usable.push(motion);
      continue;
    }
    const ageMs = usableAgeDays(set, percentiles, MOST_ERROR_S) * DAY_MS;
    const epochMs = set.epochUs / 1000;
    const firstMs = Math.ceil(epochMs - ageMs);
    const lastMs = Math.floor(epochMs + ageMs);
    const fromMs = Math.max(motion.fromMs, firstMs);
    const toMs = Math.min(motion.toMs, lastMs);
    if (fromMs <= toMs) usable.push(cutMotion(motion, { fromMs, toMs }));
    const isEarly = firstMs > Math.max(motion.fromMs, range.fromMs);
    const isLate = lastMs < Math.min(motion.toMs, range.toMs - 1);
    if (isEarly || isLate) {
      const where = isLate
        ? `after ${formatInstant(lastMs)}`
        : `before ${formatInstant(firstMs)}`;
      refusals.push(
        `${where} nothing is told, as the element set in force, ${set.id} of ` +
          `${formatInstantUs(set.epochUs)}, is expected to be off by more ` +
          "than 10 minutes",
      );
    }
  }
  return { motions: usable, refusals };
}

/** The part of a motion within other ends. */
export function cutMotion(
  motion: SourceMotion,
  { fromMs, toMs }: TimeRangeMs,
): SourceMotion {
  if (fromMs === motion.fromMs && toMs === motion.toMs) return motion;
  const { source, elementSet, mostKmS } = motion;
  return {
    source,
    elementSet,
    mostKmS,
    fromMs,
    toMs,
    stateAt: (timeMs) => motion.stateAt(timeMs),
  };
}
