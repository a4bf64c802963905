import assert from "node:assert/strict";
import { oldElementsWarnings } from "./old_elements_warnings.ts";
import type { PassJson } from "./pass_json.ts";

function pass(noradId: number, p95: number, ageHours: number): PassJson {
  return {
    norad_id: noradId,
    name: noradId === 25994 ? "TERRA" : "AQUA",
    tca: { time: "2026-11-29T10:00:00.000Z" },
    element_set: {
      id: "3f2a9c41d07b",
      epoch: "2026-08-21T15:26:01.274784Z",
      age_hours: ageHours,
    },
    expected_timing_error_s: { typical: p95 / 5, p95, basis: "formula" },
  } as PassJson;
}

Deno.test("oldElementsWarnings() says nothing below a second", () => {
  assert.deepEqual(oldElementsWarnings([pass(25994, 0.99, 12)]), []);
  assert.deepEqual(oldElementsWarnings([]), []);
});

Deno.test("oldElementsWarnings() names the worst pass of each satellite, and what it rests on", () => {
  const said = oldElementsWarnings([
    pass(25994, 2, 200),
    pass(25994, 325, 2400),
    pass(27424, 1, -48),
    pass(25994, 300, 2300),
  ]);
  assert.deepEqual(said, [
    "TERRA: times may be off by 5.4 minutes (in half of all cases by less than " +
    "1.1 minutes), manoeuvres not counted, as its elements, of 2026-08-21, are " +
    "100.0 days from then",
    "AQUA: times may be off by 1.0 s (in half of all cases by less than 0.2 s), " +
    "manoeuvres not counted, as its elements, of 2026-08-21, are 2.0 days from " +
    "then",
  ]);
});
