import type { ElementSet } from "../element_set.ts";
import type { AgePercentiles } from "./audit_percentiles.ts";
import { expectedTimingError } from "./expected_timing_error.ts";

const LEAST_DAYS = 1;
/** No set is as good as that. */
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
  const isUsable = (ageDays: number) =>
    expectedTimingError(set, ageDays, percentiles).typicalS <= mostS;
  // Upwards, as beyond the ages that are audited the formula may say less.
  let beyond = LEAST_DAYS;
  while (beyond < MOST_DAYS && isUsable(beyond)) beyond *= 2;
  let usable = beyond === LEAST_DAYS ? 0 : beyond / 2;
  while (beyond - usable > 1 / 1440) {
    const age = (usable + beyond) / 2;
    if (isUsable(age)) usable = age;
    else beyond = age;
  }
  return usable;
}
