import assert from "node:assert/strict";
import fc from "fast-check";
import terra from "../data/terra.json" with { type: "json" };
import { parseOmmJson } from "./parse_omm.ts";
import { readSharedData, sharedDataTest } from "../testdata/shared_data.ts";

const TERRA = terra[0]!;

function parseWith(fields: Record<string, unknown>) {
  return parseOmmJson(JSON.stringify([{ ...TERRA, ...fields }]));
}

Deno.test("parseOmmJson() returns the numbers as published", () => {
  assert.deepEqual(parseOmmJson(JSON.stringify(terra)), {
    problems: [],
    elementSets: [{
      noradId: 25994,
      name: "TERRA",
      internationalDesignator: "1999-068A",
      classification: "U",
      epochUs: Date.UTC(2026, 7, 22, 14, 24, 17, 18) * 1000 + 208,
      meanMotion: 14.61146993,
      eccentricity: 0.00030217,
      inclinationDeg: 97.9406,
      rightAscensionDeg: 281.4964,
      argumentOfPericenterDeg: 47.3925,
      meanAnomalyDeg: 112.8934,
      bstar: 0.000064813147,
      meanMotionDot: 0.00000275,
      meanMotionDdot: 0,
      ephemerisType: 0,
      elementSetNumber: 999,
      revolutionAtEpoch: 41930,
    }],
  });
});

Deno.test("parseOmmJson() takes one object, text for numbers, and Space-Track's other fields", () => {
  const record = {
    ...TERRA,
    CCSDS_OMM_VERS: "3.0",
    CENTER_NAME: "EARTH",
    REF_FRAME: "TEME",
    TIME_SYSTEM: "UTC",
    MEAN_ELEMENT_THEORY: "SGP4",
    DECAY_DATE: null,
  };
  const text = JSON.stringify(
    record,
    (_, value) => typeof value === "number" ? String(value) : value,
  );
  assert.deepEqual(
    parseOmmJson(`\uFEFF${text}`),
    parseOmmJson(JSON.stringify(terra)),
  );
});

Deno.test("parseOmmJson() reads epochs to the microsecond, with or without Z", () => {
  const epochUs = (EPOCH: string) =>
    parseWith({ EPOCH }).elementSets[0]?.epochUs;
  const second = Date.UTC(2026, 7, 21, 15, 26, 1) * 1000;
  assert.equal(epochUs("2026-08-21T15:26:01.274784"), second + 274_784);
  assert.equal(epochUs("2026-08-21T15:26:01.274784Z"), second + 274_784);
  assert.equal(epochUs("2026-08-21T15:26:01.27478449"), second + 274_784);
  assert.equal(epochUs("2026-08-21T15:26:01.9999999"), second + 1_000_000);
  assert.equal(epochUs("2026-08-21T15:26:01"), second);
});

Deno.test("parseOmmJson() takes catalogue numbers of nine digits and absent designators", () => {
  assert.equal(
    parseWith({ NORAD_CAT_ID: "799500123" }).elementSets[0]?.noradId,
    799_500_123,
  );
  for (const OBJECT_ID of ["", null, "UNKNOWN"]) {
    assert.equal(
      parseWith({ OBJECT_ID }).elementSets[0]?.internationalDesignator,
      null,
    );
  }
});

Deno.test("parseOmmJson() names row and field of what it refuses", () => {
  const cases: [string, unknown, RegExp][] = [
    [
      "INCLINATION",
      180.0001,
      /^Cannot parse OMM row 1 as its INCLINATION must be 0 to 180 degrees: current value is 180.0001$/,
    ],
    ["INCLINATION", -1, /INCLINATION/],
    ["RA_OF_ASC_NODE", 360.1, /RA_OF_ASC_NODE must be 0 to 360 degrees/],
    ["ARG_OF_PERICENTER", -0.1, /ARG_OF_PERICENTER/],
    [
      "MEAN_ANOMALY",
      "361",
      /MEAN_ANOMALY must be 0 to 360 degrees: current value is "361"/,
    ],
    ["ECCENTRICITY", 1, /ECCENTRICITY must be 0 or more and less than 1/],
    ["MEAN_MOTION", 0, /MEAN_MOTION must be more than 0/],
    ["MEAN_MOTION", "1e999", /MEAN_MOTION/],
    [
      "MEAN_MOTION",
      "0x10",
      /MEAN_MOTION must be a number: current value is "0x10"/,
    ],
    ["BSTAR", undefined, /BSTAR must be a number: current value is missing/],
    ["BSTAR", "", /BSTAR must be a number/],
    ["BSTAR", true, /BSTAR must be a number/],
    ["BSTAR", "1e999", /BSTAR must be a finite number/],
    [
      "MEAN_MOTION_DOT",
      null,
      /MEAN_MOTION_DOT must be a number: current value is null/,
    ],
    ["MEAN_MOTION_DDOT", "", /MEAN_MOTION_DDOT/],
    [
      "NORAD_CAT_ID",
      1_000_000_000,
      /NORAD_CAT_ID must be a whole number of 1 to 999999999/,
    ],
    ["NORAD_CAT_ID", 0, /NORAD_CAT_ID/],
    ["NORAD_CAT_ID", 1.5, /NORAD_CAT_ID/],
    ["EPHEMERIS_TYPE", 4, /EPHEMERIS_TYPE must be 0, 2 or 3 \(SGP4\)/],
    ["ELEMENT_SET_NO", -1, /ELEMENT_SET_NO/],
    ["REV_AT_EPOCH", 0.5, /REV_AT_EPOCH/],
    ["CLASSIFICATION_TYPE", "X", /CLASSIFICATION_TYPE must be U, C or S/],
    ["OBJECT_ID", "99068A", /OBJECT_ID/],
    ["OBJECT_NAME", 5, /OBJECT_NAME must be text/],
    ["OBJECT_NAME", "x".repeat(101), /OBJECT_NAME must be at most 100 char/],
    ["REF_FRAME", "ICRF", /REF_FRAME must be TEME: current value is "ICRF"/],
    ["TIME_SYSTEM", "TAI", /TIME_SYSTEM/],
    ["MEAN_ELEMENT_THEORY", "SGP4-XP", /MEAN_ELEMENT_THEORY/],
    ["EPOCH", "2026-02-30T00:00:00", /EPOCH must be a UTC time/],
    ["EPOCH", "2026-08-21T24:00:00", /EPOCH/],
    ["EPOCH", "2026-08-21T15:26:01+02:00", /EPOCH/],
    ["EPOCH", "1956-12-31T23:59:59", /EPOCH/],
    ["EPOCH", "2200-01-01T00:00:00", /EPOCH/],
    ["EPOCH", 1_787_000_000, /EPOCH/],
  ];
  for (const [field, value, message] of cases) {
    const { elementSets, problems } = parseWith({ [field]: value });
    assert.deepEqual(elementSets, [], field);
    assert.match(problems[0]!.message, message);
  }
});

Deno.test("parseOmmJson() keeps the good rows beside the bad ones", () => {
  const { elementSets, problems } = parseOmmJson(
    JSON.stringify([5, TERRA, { ...TERRA, BSTAR: "x" }]),
  );
  assert.equal(elementSets.length, 1);
  assert.deepEqual(problems.map(({ line }) => line), [1, 3]);
  assert.match(problems[1]!.message, /OMM row 3 as its BSTAR/);
});

Deno.test("parseOmmJson() quotes what holds no set at all", () => {
  assert.deepEqual(parseOmmJson("No GP data found").problems, [{
    line: 1,
    message:
      'Cannot parse OMM JSON as it must be whole and hold element sets: current value is "No GP data found"',
  }]);
  assert.match(
    parseOmmJson("[]").problems[0]!.message,
    /current value is an empty array$/,
  );
});

Deno.test("parseOmmJson() never throws and is never silent, whatever the text", () => {
  const row = fc.dictionary(
    fc.constantFrom(...Object.keys(TERRA)),
    fc.jsonValue(),
  )
    .map((fields) => JSON.stringify({ ...TERRA, ...fields }));
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json(), row), (text) => {
    const { elementSets, problems } = parseOmmJson(text);
    assert.ok(elementSets.length + problems.length > 0);
  }));
});

sharedDataTest("parseOmmJson() reads CelesTrak's real answers", () => {
  const counts = {
    "catalog/formats/jsonpp_weather.json": 70,
    "catalog/stations_2025-05-24_omm.json": 13,
  };
  for (const [path, count] of Object.entries(counts)) {
    const { elementSets, problems } = parseOmmJson(readSharedData(path));
    assert.deepEqual(problems, []);
    assert.equal(elementSets.length, count);
  }
});
