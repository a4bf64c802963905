import assert from "node:assert/strict";
import type { SatelliteInfo } from "../feed/contract.ts";
import { describeElements, findOldElements } from "./describe_elements.ts";
import { NOW_MS } from "./testdata/given_status.ts";

const dayMs = 86_400_000;
const error = { typical_s: 63, p95_s: 318, basis: "formula" as const };

function satelliteOf(norad_id: number, ageDays: number | null) {
  const epoch = ageDays === null
    ? null
    : new Date(NOW_MS - ageDays * dayMs).toISOString();
  return {
    norad_id,
    name: `SAT ${norad_id}`,
    element_set: { id: "", epoch, age_hours: null, source: "celestrak" },
  } as SatelliteInfo;
}

Deno.test("describeElements() tells age, expected error and source", () => {
  const rows = describeElements(
    [satelliteOf(1, 98), satelliteOf(2, -1), satelliteOf(3, null)],
    new Map([[1, error]]),
    NOW_MS,
  );
  assert.deepEqual(rows.map((row) => row.map(({ text }) => text)), [
    [
      "SAT 1",
      "98 d",
      "half within 63 s, 95 % within 5.3 min",
      "by the general formula",
      "celestrak",
    ],
    ["SAT 2", "1.0 d ahead", "–", "–", "celestrak"],
    ["SAT 3", "not known", "–", "–", "celestrak"],
  ]);
  assert.equal(rows[0]![1]!.tone, "attention");
  assert.equal(rows[1]![1]!.tone, undefined);
});

Deno.test("findOldElements() asks once for newer ones, and names some", () => {
  assert.deepEqual(findOldElements([satelliteOf(1, 7)], new Map(), NOW_MS), []);
  const old = [8, 9, 10, 11, 12].map((age) => satelliteOf(age, age));
  const [action, ...others] = findOldElements(
    old,
    new Map([[8, error]]),
    NOW_MS,
  );
  assert.deepEqual(others, []);
  assert.equal(
    action!.message,
    "The elements of SAT 8, SAT 9, SAT 10 and 2 more are up to 12 d old; " +
      "largest expected error: half within 63 s, 95 % within 5.3 min",
  );
  const [one] = findOldElements(old.slice(0, 1), new Map(), NOW_MS);
  assert.equal(one!.message, "The elements of SAT 8 are up to 8.0 d old");
});
