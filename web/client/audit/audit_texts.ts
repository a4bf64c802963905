import { describeBasis, describeExpectedError } from "../expected_error.ts";
import { formatAge, formatCount } from "../format.ts";
import type { AuditAnswer } from "./contract.ts";

/** Every English text of this view. */
export const texts = {
  title: "Prediction audit",
  satellite: "Satellite",
  age: "Age of the predictions over time",
  ageOf: (days: number) => `${days} d`,
  ageName: (days: number) => days === 1 ? "1 day old" : `${days} days old`,
  byAge:
    "Error in seconds by age in days, median and 95 % (dashed), with the number of pairs",
  history: (days: number) =>
    `Error in seconds over time, ${
      texts.ageName(days)
    }; hollow where a manoeuvre is suspected`,
  notShort:
    "The 180 days before the end of the range above, as less than a week has too few element sets. The range is marked.",
  notLong:
    "The last 180 days of the range above: no more are compared at once.",
  byAgeOf: (name: string) => `errors of ${name} by age`,
  historyOf: (name: string) => `errors of ${name} over time`,
  loading: "Reading the audit…",
  failed: "The audit could not be read; it is tried again in a minute.",
  none:
    "Nothing to compare yet: it takes an element set that is about a day older than another.",
  what:
    "How much earlier or later a satellite came than older element sets predicted, measured by newer ones, over 180 days; percentiles without manoeuvres.",
};

/** Says how far off the satellite is to be expected at the end of the range. */
export function describeExpected({ expected_error }: AuditAnswer): string {
  if (expected_error === null) return "";
  const { age_hours, typical_s, p95_s, basis } = expected_error;
  const age = formatAge(age_hours * 3_600_000);
  const error = describeExpectedError(typical_s, p95_s).join(", ");
  return `Elements ${age} old; expected error: ${error}, ${
    describeBasis(basis)
  }.`;
}

/** Says what the first chart shows, to those who cannot see it. */
export function describeByAge(name: string, { percentiles }: AuditAnswer) {
  const parts = percentiles.flatMap(({ age_days, without_manoeuvres }) => {
    const { pairs, median_s, p95_s } = without_manoeuvres;
    if (median_s === null || p95_s === null) return [];
    const error = describeExpectedError(median_s, p95_s).join(", ");
    return `${texts.ageName(age_days)} ${error} (${formatCount(pairs)} pairs)`;
  });
  return `Errors of predictions of ${name} by age: ${
    parts.length === 0 ? "none known" : parts.join("; ")
  }.`;
}

/** Says what the second chart shows. */
export function describeHistory(
  name: string,
  ageDays: number,
  { audits }: AuditAnswer,
): string {
  const range = audits.length === 0
    ? "none known"
    : `${formatCount(audits.length)} from ${audits[0]!.epoch.slice(0, 10)} to ${
      audits.at(-1)!.epoch.slice(0, 10)
    }`;
  return `Errors of predictions of ${name} that were ${
    texts.ageName(ageDays)
  }, over time: ${range}.`;
}
