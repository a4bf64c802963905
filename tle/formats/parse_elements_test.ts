import assert from "node:assert/strict";
import fc from "fast-check";
import terra from "../data/terra.json" with { type: "json" };
import { parseElements } from "./parse_elements.ts";
import { parseOmmJson } from "./parse_omm.ts";
import { readSharedData, sharedDataTest } from "../testdata/shared_data.ts";
import { TERRA_LINE_1, TERRA_LINE_2 } from "../testdata/terra_tle.ts";

const TERRA = terra[0]!;
const TERRA_JSON = JSON.stringify(TERRA);
const TERRA_CSV = `${Object.keys(TERRA)}\n${Object.values(TERRA)}\n`;
const { elementSets: [TERRA_SET] } = parseOmmJson(TERRA_JSON);

Deno.test("parseElements() tells the formats apart by what they hold", () => {
  const expected = { elementSets: [TERRA_SET], problems: [] };
  for (
    const text of [
      TERRA_JSON,
      `[${TERRA_JSON}]`,
      JSON.stringify(terra, null, 4),
      `${TERRA_JSON}\n`,
      TERRA_CSV,
    ]
  ) {
    assert.deepEqual(parseElements(text), expected);
    const odd = `\uFEFF\r\n \n${text.replaceAll("\n", "\r\n\r")}`;
    assert.deepEqual(parseElements(odd), expected);
  }
  const tle = parseElements(
    `\uFEFF\r\n0 TERRA\r${TERRA_LINE_1}\r\n\n${TERRA_LINE_2}\n`,
  );
  assert.deepEqual(tle.problems, []);
  assert.equal(tle.elementSets[0]?.name, "TERRA");
});

Deno.test("parseElements() reads one message a line, and names the line that is none", () => {
  const { elementSets, problems } = parseElements(
    `${TERRA_JSON}\n{"broken\n\n{"norad":1,"omm":${TERRA_JSON},"source":"x"}\n7\n`,
  );
  assert.deepEqual(elementSets, [TERRA_SET, TERRA_SET]);
  assert.deepEqual(problems, [
    {
      line: 2,
      message:
        'Cannot parse OMM row 2 as it must be an object: current value is "{\\"broken"',
    },
    {
      line: 5,
      message:
        'Cannot parse OMM row 5 as it must be an object: current value is "7"',
    },
  ]);
});

Deno.test("parseElements() keeps a set that comes twice as two", () => {
  for (
    const text of [
      `${TERRA_LINE_1}\n${TERRA_LINE_2}\n`.repeat(2),
      `[${TERRA_JSON},${TERRA_JSON}]`,
      `${TERRA_JSON}\n`.repeat(2),
      `${TERRA_CSV}${Object.values(TERRA)}`,
    ]
  ) {
    const { elementSets, problems } = parseElements(text);
    assert.deepEqual(problems, []);
    assert.equal(elementSets.length, 2);
    assert.deepEqual(elementSets[0], elementSets[1]);
  }
});

Deno.test("parseElements() refuses a file of the wrong kind and quotes its first line", () => {
  const wrong: [text: string, current: string][] = [
    ["", "empty"],
    ["\uFEFF \r\n\n", "empty"],
    ["\n<!DOCTYPE HTML>\n<HTML>\n", '"<!DOCTYPE HTML>"'],
    ["No GP data found", '"No GP data found"'],
    [
      '<?xml version="1.0" encoding="UTF-8"?>\n<ndm><omm></omm></ndm>',
      '"<?xml version=\\"1.0\\" encoding=\\"UTF-8\\"?>"',
    ],
    ["name,mass\nTERRA,5190\n", '"name,mass"'],
    ["EPOCH", '"EPOCH"'],
  ];
  for (const [text, current] of wrong) {
    const { elementSets, problems } = parseElements(text);
    assert.deepEqual(elementSets, []);
    assert.deepEqual(problems.map(({ message }) => message), [
      "Cannot parse elements as they must be TLE (two or three lines a set), " +
      `OMM JSON or OMM CSV: current value is ${current}`,
    ]);
  }
});

Deno.test("parseElements() refuses JSON that was cut off, whatever its line ends", () => {
  const lines = `[\n${TERRA_JSON},\n${TERRA_JSON}\n]`;
  for (const cut of [1, 2, 20, TERRA_JSON.length + 3]) {
    const { elementSets, problems } = parseElements(lines.slice(0, -cut));
    assert.deepEqual(elementSets, []);
    assert.equal(problems.length, 1);
    assert.match(
      problems[0]!.message,
      /^Cannot parse OMM JSON as it must be whole .*: current value is "\[\\n\{/,
    );
  }
});

Deno.test("parseElements() never throws and is never silent, whatever the text", () => {
  const pieces = fc.constantFrom(
    ...[
      TERRA_LINE_1,
      TERRA_LINE_2,
      TERRA_JSON,
      TERRA_CSV,
      "\uFEFF",
      "\r",
      "\n",
    ],
    ...["[", "{", "}", "]", '"', ",", "<", "1 ", "{}", "null", "EPOCH,BSTAR"],
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof(pieces, fc.string())).map((all) => all.join("")),
      (text) => {
        const { elementSets, problems } = parseElements(text);
        assert.ok(elementSets.length + problems.length > 0);
      },
    ),
    { numRuns: 500 },
  );
});

sharedDataTest(
  "parseElements() takes or refuses each odd set as it should",
  () => {
    const cases = readSharedData("reference/malformed_elements.jsonl").trim()
      .split("\n");
    assert.equal(cases.length, 45);
    for (const json of cases) {
      const { case: name, lines, accept } = JSON.parse(json);
      for (const end of ["\n", "\r\n", "\r"]) {
        const { elementSets, problems } = parseElements(lines.join(end));
        assert.ok(elementSets.length + problems.length > 0, name);
        if (accept === true) assert.ok(elementSets.length > 0, name);
        if (accept === false) {
          assert.deepEqual(elementSets, [], name);
          assert.match(
            problems[0]!.message,
            /^Cannot .+ as .+ must .+: current value is .+$/,
            name,
          );
        }
      }
    }
  },
);

sharedDataTest("parseElements() reads every file of real elements", () => {
  const counts = {
    "catalog/active_2026-08-22_omm.csv.gz": 16_400,
    "catalog/active_2026-08-22_crlf.3le.gz": 16_069,
    "catalog/science_2026-07-24.3le": 49,
    "catalog/stations_2025-05-24_omm.json": 13,
    "catalog/stations_2026-07-24.3le": 23,
    "catalog/formats/csv_resource.csv": 167,
    "catalog/formats/jsonpp_weather.json": 70,
    "catalog/formats/supgp_csv_6_and_9_digit_sample.csv": 3,
    "elements/omm_history_4sats.jsonl.gz": 403,
    "elements/TERRA_25994.tle.gz": 24_629,
  };
  for (const [path, count] of Object.entries(counts)) {
    const { elementSets, problems } = parseElements(readSharedData(path));
    assert.deepEqual(problems, [], path);
    assert.equal(elementSets.length, count, path);
  }
});

sharedDataTest(
  "parseElements() refuses OMM XML and names what it takes",
  () => {
    const { elementSets, problems } = parseElements(
      readSharedData("catalog/formats/xml_stations.xml"),
    );
    assert.deepEqual(elementSets, []);
    assert.equal(problems.length, 1);
    assert.match(
      problems[0]!.message,
      /TLE .*, OMM JSON or OMM CSV: current value is "<\?xml/,
    );
  },
);
