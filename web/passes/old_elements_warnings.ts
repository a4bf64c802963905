import { oldElementsWarning } from "../expected_error.ts";
import type { PassJson } from "./pass_json.ts";

type TimedPass = Pick<
  PassJson,
  "norad_id" | "name" | "element_set" | "expected_timing_error_s"
>;

/** One sentence for each satellite whose times may be off by a second or more. */
export function oldElementsWarnings(passes: readonly TimedPass[]): string[] {
  const worst = new Map<number, TimedPass>();
  const errorOf = (pass: TimedPass) => pass.expected_timing_error_s?.p95 ?? 0;
  for (const pass of passes) {
    const known = worst.get(pass.norad_id);
    if (known === undefined || errorOf(pass) > errorOf(known)) {
      worst.set(pass.norad_id, pass);
    }
  }
  return [...worst.values()].flatMap((pass) => {
    const { element_set: set, expected_timing_error_s: error } = pass;
    if (set === null || error === null) return [];
    return oldElementsWarning(pass.name, error, set) ?? [];
  });
}
