import type { PassJson } from "./pass_json.ts";

/** What an answer may be off by without a word, in 95 % of all cases. */
const MOST_UNSAID_S = 1;

/** One sentence for each satellite whose times may be off by a second or more. */
export function oldElementsWarnings(passes: readonly PassJson[]): string[] {
  const worst = new Map<number, PassJson>();
  const errorOf = (pass: PassJson) => pass.expected_timing_error_s?.p95 ?? 0;
  for (const pass of passes) {
    if (errorOf(pass) < MOST_UNSAID_S) continue;
    const known = worst.get(pass.norad_id);
    if (known === undefined || errorOf(pass) > errorOf(known)) {
      worst.set(pass.norad_id, pass);
    }
  }
  return [...worst.values()].map((pass) => {
    const { typical, p95 } = pass.expected_timing_error_s!;
    const days = Math.abs(pass.element_set!.age_hours / 24).toFixed(1);
    const when = pass.element_set!.age_hours < 0 ? "before" : "after";
    return `${pass.name}: times may be off by ${seconds(p95)} (half of all ` +
      `cases by less than ${seconds(typical)}), manoeuvres not counted, as ` +
      `the pass of ${pass.tca.time} is ${days} days ${when} the epoch of ` +
      `its element set, ${pass.element_set!.epoch}`;
  });
}

function seconds(value: number): string {
  return value >= 60
    ? `${(value / 60).toFixed(1)} minutes`
    : `${value.toFixed(1)} s`;
}
