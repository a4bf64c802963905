import { formatSeconds } from "../audit/format_seconds.ts";
import type { Pass } from "./contract.ts";
import { texts } from "./passes_texts.ts";

/** What may be off by less is not spoken of. */
const leastS = 1;
const dayHours = 24;

/** How old elements put passes in doubt, in one line; null where they do not. */
export function describeOldElements(passes: readonly Pass[]): string | null {
  const worst = passes.reduce<Pass | null>(
    (worst, pass) => doubtS(pass) > (worst ? doubtS(worst) : 0) ? pass : worst,
    null,
  );
  if (worst === null || !isDoubtful(worst)) return null;
  // Of the passes of days the ages are several.
  const hours = Math.max(...passes.filter(isDoubtful).map(ageHours));
  const age = hours < 2 * dayHours
    ? `${Math.round(hours)} hours`
    : `${Math.round(hours / dayHours)} days`;
  return texts.oldElements(age, formatSeconds(doubtS(worst)));
}

/** Whether a sentence of the server's says the same of one satellite. */
export function isOfOldElements(sentence: string): boolean {
  return sentence.includes(": times may be off by ");
}

/** Returns how to get newer ones, of all satellites that are in doubt. */
export function newerElements(passes: readonly Pass[]): string {
  const doubtful = passes.filter(isDoubtful);
  const ids = [...new Set(doubtful.map(({ norad_id }) => norad_id))];
  return texts.newerElements(ids.sort((a, b) => a - b).join(" "));
}

function isDoubtful(pass: Pass): boolean {
  return doubtS(pass) >= leastS;
}

function ageHours({ element_set }: Pass): number {
  return Math.abs(element_set?.age_hours ?? 0);
}

function doubtS({ expected_timing_error_s, element_set }: Pass): number {
  return element_set ? expected_timing_error_s?.p95 ?? 0 : 0;
}
