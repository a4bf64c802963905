import { equal, match } from "node:assert/strict";
import type { Pass } from "./contract.ts";
import {
  describeOldElements,
  isOfOldElements,
  newerElements,
} from "./old_elements.ts";
import { makePass } from "./testdata/make_pass.ts";

function given(norad_id: number, p95: number, age_hours: number): Pass {
  return makePass({
    norad_id,
    expected_timing_error_s: { typical: p95 / 5, p95, basis: "formula" },
    element_set: { id: "0123456789ab", epoch: "2026-08-21T16:29Z", age_hours },
  });
}

Deno.test("describeOldElements() tells the worst of all in one line, and the greatest age of those in doubt", () => {
  const passes = [
    given(25994, 320, 101 * 24),
    given(27424, 714, 99 * 24),
    given(28376, 0.5, 200 * 24),
  ];
  equal(
    describeOldElements(passes),
    "Elements are up to 101 days old: times may be off by 12 min.",
  );
  match(newerElements(passes), /fetch 25994 27424`/);
});

Deno.test("describeOldElements() says nothing of less than a second", () => {
  equal(describeOldElements([given(25994, 0.99, 40)]), null);
  equal(describeOldElements([]), null);
  match(describeOldElements([given(25994, 1, 40)])!, /are up to 40 hours old/);
});

Deno.test("isOfOldElements() knows the server's sentences", () => {
  equal(
    isOfOldElements(
      "TERRA: times may be off by 5.3 minutes (in half of all cases by less than 1.1 minutes), manoeuvres not counted",
    ),
    true,
  );
  equal(isOfOldElements("TERRA stands still over there"), false);
});
