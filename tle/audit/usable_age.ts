import type { ElementSet } from "../element_set.ts";
import type { AgePercentiles } from "./audit_percentiles.ts";
import { expectedTimingError } from "./expected_timing_error.ts";

/** No set is as good as that: a hundred years. */
const MOST_DAYS = 36_525;

/**
 * Returns up to which age, in days, before its epoch as after it, a set is
 * expected to be off by no more than so many seconds along the track: in half of
 * all cases; within a minute.
 *
 * @param percentiles Of this satellite, by age.
 */
export function usableAgeDays(
  set: ElementSet,
  percentiles: readonly AgePercentiles[],
  mostS: number,
): number {
  let [usable, beyond] = [0, MOST_DAYS];
  while (beyond - usable > 1 / 1440) {
    const age = (usable + beyond) / 2;
    if (expectedTimingError(set, age, percentiles).typicalS <= mostS) {
      usable = age;
    } else beyond = age;
  }
  return usable;
}
