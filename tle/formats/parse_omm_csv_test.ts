import assert from "node:assert/strict";
import terra from "../data/terra.json" with { type: "json" };
import { parseOmmCsv } from "./parse_omm_csv.ts";
import { parseOmmJson } from "./parse_omm.ts";
import { readSharedData, sharedDataTest } from "../testdata/shared_data.ts";

const TERRA: Record<string, string | number> = terra[0]!;
const expected = parseOmmJson(JSON.stringify(terra));
const header = Object.keys(TERRA).join(",");
const row = Object.values(TERRA).join(",");

function csvOf(record: Record<string, unknown>): string {
  return `${Object.keys(record)}\n${Object.values(record)}\n`;
}

Deno.test("parseOmmCsv() reads columns in any order, and leaves out others", () => {
  assert.deepEqual(parseOmmCsv(`${header}\r\n${row}\r\n`), expected);
  const turned = Object.entries(TERRA).reverse();
  assert.deepEqual(
    parseOmmCsv(csvOf({ RMS: 0.2, ...Object.fromEntries(turned), "": "" })),
    expected,
  );
});

Deno.test("parseOmmCsv() reads names with commas and quotes in them", () => {
  const { elementSets } = parseOmmCsv(
    csvOf({ ...TERRA, OBJECT_NAME: '"EOS AM-1, ""TERRA"""' }),
  );
  assert.equal(elementSets[0]?.name, 'EOS AM-1, "TERRA"');
});

Deno.test("parseOmmCsv() reads numbers as CelesTrak writes them", () => {
  const { elementSets, problems } = parseOmmCsv(
    csvOf({
      ...TERRA,
      NORAD_CAT_ID: 799_501_282,
      ECCENTRICITY: ".0001234",
      BSTAR: "-.39129E-3",
      OBJECT_ID: "",
    }),
  );
  assert.deepEqual(problems, []);
  const { noradId, eccentricity, bstar, internationalDesignator } =
    elementSets[0]!;
  assert.deepEqual(
    { noradId, eccentricity, bstar, internationalDesignator },
    {
      noradId: 799_501_282,
      eccentricity: 0.0001234,
      bstar: -0.00039129,
      internationalDesignator: null,
    },
  );
});

Deno.test("parseOmmCsv() keeps the good rows beside broken ones, and names those", () => {
  const broken = row.replace("14.61146993", "x");
  const { elementSets, problems } = parseOmmCsv(
    [header, row, broken, "", `"${row}`, row, `${row},`, "TERRA", row, ""]
      .join("\r\n"),
  );
  assert.equal(elementSets.length, 3);
  assert.deepEqual(problems.map(({ line }) => line), [3, 5, 7, 8]);
  assert.equal(
    problems[0]!.message,
    'Cannot parse OMM row 3 as its MEAN_MOTION must be a number: current value is "x"',
  );
  assert.match(problems[1]!.message, /row 5 as it must have 17 fields/);
  assert.match(problems[2]!.message, /row 7 as it must have 17 fields/);
  assert.equal(
    problems[3]!.message,
    'Cannot parse OMM row 8 as it must have 17 fields: current value is "TERRA"',
  );
});

Deno.test("parseOmmCsv() needs the columns that have no default", () => {
  const optional = [
    "OBJECT_NAME",
    "OBJECT_ID",
    "EPHEMERIS_TYPE",
    "CLASSIFICATION_TYPE",
    "ELEMENT_SET_NO",
    "REV_AT_EPOCH",
  ];
  for (const name of Object.keys(TERRA)) {
    const { [name]: _, ...others } = TERRA;
    const { elementSets, problems } = parseOmmCsv(csvOf(others));
    if (optional.includes(name)) {
      assert.deepEqual(problems, []);
      assert.equal(elementSets.length, 1);
    } else {
      assert.deepEqual(elementSets, []);
      assert.equal(problems.length, 1);
      assert.match(
        problems[0]!.message,
        new RegExp(
          `^Cannot parse OMM CSV as its header must have ${name}: current value is "`,
        ),
      );
    }
  }
});

Deno.test("parseOmmCsv() says so where there is a header alone", () => {
  assert.deepEqual(parseOmmCsv(`\uFEFF\r\n${header}\r\n\r\n`), {
    elementSets: [],
    problems: [{
      line: 2,
      message:
        "Cannot parse OMM CSV as it must hold element sets: current value is a header alone",
    }],
  });
});

sharedDataTest(
  "parseOmmCsv() reads a whole catalogue, with numbers that no TLE has",
  () => {
    const { elementSets, problems } = parseOmmCsv(
      readSharedData("catalog/active_2026-08-22_omm.csv.gz"),
    );
    assert.deepEqual(problems, []);
    assert.equal(elementSets.length, 16_400);
    assert.equal(elementSets.filter((set) => set.noradId > 99_999).length, 331);
  },
);
