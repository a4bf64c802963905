import { type TimingError, timingErrorS } from "../element_age.ts";
import type { ElementSet } from "../element_set.ts";
import type { AgePercentiles } from "./audit_percentiles.ts";

/** From so many pairs on a satellite's own audit is better than the formula. */
const LEAST_PAIRS = 30;
/** For an audit that finds no error at all, which has no logarithm. */
const LEAST_ERROR_S = 1e-4;

/** How far off a position may be, and what that rests on. */
export interface ExpectedTimingError extends TimingError {
  /** The satellite's own audit, or the formula for any satellite. */
  readonly basis: "audit" | "formula";
}

interface Known extends TimingError {
  readonly ageDays: number;
}

/**
 * Returns how far a satellite may be from where a set of this age puts it, as
 * time along its track, without manoeuvres: by the satellite's own audit where
 * that has 30 pairs or more at that age (at both ages, between two), else by
 * the formula of `timingErrorS`.
 *
 * Between two ages it is a power of the age, a straight line in logarithms,
 * since errors grow with the age to the first power at first and to more than
 * the second in the end. Below the first audited age it is the root of the age:
 * sets of TERRA are then off by a third after a fifth of a day, and by three
 * quarters after three fifths, so that this is right to a third and never too
 * little.
 *
 * @param ageDays Instant minus epoch; the sign does not matter.
 * @param percentiles Of this satellite, by age.
 */
export function expectedTimingError(
  set: ElementSet,
  ageDays: number,
  percentiles: readonly AgePercentiles[],
): ExpectedTimingError {
  const age = Math.abs(ageDays);
  const after = percentiles.findIndex((one) => one.ageDays >= age);
  const to = knownAt(percentiles[after]);
  const from = after === 0
    ? to && {
      ageDays: to.ageDays / 4,
      typicalS: to.typicalS / 2,
      p95S: to.p95S / 2,
    }
    : knownAt(percentiles[after - 1]);
  if (from === null || to === null) {
    return { ...timingErrorS(set, ageDays), basis: "formula" };
  }
  const part = Math.log(age / from.ageDays) /
    Math.log(to.ageDays / from.ageDays);
  const between = (one: number, other: number) => one * (other / one) ** part;
  return {
    typicalS: between(from.typicalS, to.typicalS),
    p95S: between(from.p95S, to.p95S),
    basis: "audit",
  };
}

function knownAt(one: AgePercentiles | undefined): Known | null {
  if (one === undefined) return null;
  const { pairs, medianS, p95S } = one.withoutManoeuvres;
  if (pairs < LEAST_PAIRS) return null;
  return {
    ageDays: one.ageDays,
    typicalS: Math.max(medianS!, LEAST_ERROR_S),
    p95S: Math.max(p95S!, LEAST_ERROR_S),
  };
}
