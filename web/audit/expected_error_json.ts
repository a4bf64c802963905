import type { StoredElementSet } from "../../shared/projection/element_sets/stored_element_set.ts";
import type { AgePercentiles } from "../../tle/audit/audit_percentiles.ts";
import { expectedTimingError } from "../../tle/audit/expected_timing_error.ts";
import { elementAgeHours } from "../../tle/element_age.ts";
import { round } from "../round.ts";

export type ExpectedErrorOfSetJson = ReturnType<typeof expectedErrorJson>;

/**
 * How far off a satellite is to be expected from where an element set puts it
 * at an instant, as the API has it.
 *
 * @param percentiles Of this satellite, by age.
 */
export function expectedErrorJson(
  set: StoredElementSet,
  percentiles: readonly AgePercentiles[],
  timeMs: number,
) {
  const ageHours = elementAgeHours(set, timeMs);
  const expected = expectedTimingError(set, ageHours / 24, percentiles);
  return {
    element_set: set.id,
    age_hours: round(ageHours, 2),
    typical_s: round(expected.typicalS, 4),
    p95_s: round(expected.p95S, 4),
    basis: expected.basis,
  };
}
