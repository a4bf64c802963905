import { firstIndex } from "../first_index.ts";

const DAY_US = 86_400e6;

/** The ages at which predictions are audited, in days. */
export const AUDIT_AGES_DAYS = [1, 2, 3, 5, 7, 10, 14, 30, 90] as const;

/** An earlier element set, and the age at which it is compared. */
export interface AuditPair {
  /** One of AUDIT_AGES_DAYS. */
  readonly nominalAgeDays: number;
  /** Index of the earlier set. */
  readonly earlier: number;
}

/**
 * How far from its nominal age a prediction may be, in days: a quarter of a day
 * at one day, 2.4 at ninety. Wide enough for sets that come two or three a day,
 * and narrow against the age; with this the numbers of pairs of TERRA's history
 * are within 1 % of the reference's, wherever sets are dense.
 */
export function ageToleranceDays(nominalAgeDays: number): number {
  return 0.25 * Math.sqrt(nominalAgeDays);
}

/** How far back an audit looks for an earlier set, in days. */
export const OLDEST_AUDITED_DAYS = 90 + ageToleranceDays(90);

/**
 * Finds the earlier sets that a set is compared with: for each nominal age the
 * one nearest to it, within its tolerance; of two as near the earlier one, and
 * of several with one epoch the first.
 *
 * @param sets Of one object, by epoch.
 * @param index Of the set that tells the truth.
 */
export function auditPairs(
  sets: readonly { readonly epochUs: number }[],
  index: number,
): AuditPair[] {
  /** The first of that epoch or later, of those before the one that tells. */
  const firstFrom = (epochUs: number) =>
    firstIndex(index, (i) => sets[i]!.epochUs >= epochUs);
  const pairs: AuditPair[] = [];
  for (const nominalAgeDays of AUDIT_AGES_DAYS) {
    const targetUs = sets[index]!.epochUs - nominalAgeDays * DAY_US;
    const next = firstFrom(targetUs);
    let earlier = next;
    if (next > 0) {
      const beforeUs = sets[next - 1]!.epochUs;
      if (
        next === index ||
        targetUs - beforeUs <= sets[next]!.epochUs - targetUs
      ) earlier = firstFrom(beforeUs);
    }
    if (earlier === index) continue;
    const offUs = Math.abs(sets[earlier]!.epochUs - targetUs);
    if (offUs <= ageToleranceDays(nominalAgeDays) * DAY_US) {
      pairs.push({ nominalAgeDays, earlier });
    }
  }
  return pairs;
}
