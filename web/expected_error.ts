import type { StoredElementSet } from "../shared/projection/element_sets/stored_element_set.ts";
import type { AgePercentiles } from "../tle/audit/audit_percentiles.ts";
import { expectedTimingError } from "../tle/audit/expected_timing_error.ts";
import { elementAgeHours } from "../tle/element_age.ts";
import type { ElementSetInUseJson } from "./passes/set_in_use.ts";
import { round } from "./round.ts";

/** What an answer may be off by without a word, in 95 % of all cases. */
const MOST_UNSAID_S = 1;

/** How far off the times of an answer may be, as the API says it. */
export interface ExpectedErrorJson {
  typical: number;
  p95: number;
  basis: "audit" | "formula";
}

/**
 * Returns how far a satellite may be from where an element set puts it at an
 * instant, as seconds along its track.
 *
 * @param percentiles Of this satellite, by age.
 */
export function expectedErrorOf(
  set: StoredElementSet,
  timeMs: number,
  percentiles: readonly AgePercentiles[],
): ExpectedErrorJson {
  const ageDays = elementAgeHours(set, timeMs) / 24;
  const error = expectedTimingError(set, ageDays, percentiles);
  return {
    typical: round(error.typicalS, 3),
    p95: round(error.p95S, 3),
    basis: error.basis,
  };
}

/**
 * Says in a sentence that an answer may be off by a second or more; null where
 * it is not.
 *
 * @param name The satellite's.
 */
export function oldElementsWarning(
  name: string,
  { typical, p95 }: ExpectedErrorJson,
  { epoch, age_hours }: ElementSetInUseJson,
): string | null {
  if (p95 < MOST_UNSAID_S) return null;
  const days = Math.abs(age_hours / 24).toFixed(1);
  return `${name}: times may be off by ${
    inWords(p95)
  } (in half of all cases by ` +
    `less than ${
      inWords(typical)
    }), manoeuvres not counted, as its elements, of ` +
    `${epoch.slice(0, 10)}, are ${days} days from then`;
}

function inWords(seconds: number): string {
  return seconds >= 60
    ? `${(seconds / 60).toFixed(1)} minutes`
    : `${seconds.toFixed(1)} s`;
}
