import assert from "node:assert/strict";
import fc from "fast-check";
import terra from "../data/terra.json" with { type: "json" };
import { formatOmm } from "./format_omm.ts";
import { parseOmmJson } from "./parse_omm.ts";
import { anyElementSet } from "../testdata/any_element_set.ts";
import { readSharedData, sharedDataTest } from "../testdata/shared_data.ts";

Deno.test("formatOmm() writes CelesTrak's answer as it was", () => {
  const [set] = parseOmmJson(JSON.stringify(terra)).elementSets;
  assert.equal(JSON.stringify(formatOmm(set!)), JSON.stringify(terra[0]));
});

Deno.test("formatOmm() writes what parseOmmJson() reads, whatever the set", () => {
  fc.assert(
    fc.property(
      anyElementSet,
      fc.integer({ min: 1, max: 999_999_999 }),
      fc.integer({
        min: Date.UTC(1957, 0, 1) * 1000,
        max: Date.UTC(2200, 0, 1) * 1000 - 1,
      }),
      (set, noradId, epochUs) => {
        const any = { ...set, noradId, epochUs };
        assert.deepEqual(parseOmmJson(JSON.stringify(formatOmm(any))), {
          elementSets: [any],
          problems: [],
        });
      },
    ),
    { numRuns: 500 },
  );
});

Deno.test("formatOmm() writes epochs before 1970 to the microsecond", () => {
  const [set] = parseOmmJson(JSON.stringify(terra)).elementSets;
  assert.equal(
    formatOmm({ ...set!, epochUs: -1 }).EPOCH,
    "1969-12-31T23:59:59.999999",
  );
});

sharedDataTest("formatOmm() writes CelesTrak's answers as they were", () => {
  const text = readSharedData("catalog/formats/jsonpp_weather.json");
  const { elementSets } = parseOmmJson(text);
  assert.deepEqual(elementSets.map(formatOmm), JSON.parse(text));
});
