import assert from "node:assert/strict";
import fc from "fast-check";
import { elementSetId } from "../element_set_id.ts";
import type { ElementSet } from "../element_set.ts";
import { formatTle } from "./format_tle.ts";
import { parseOmmCsv } from "./parse_omm_csv.ts";
import { parseTle, parseTleFile } from "./parse_tle.ts";
import { anyElementSet } from "../testdata/any_element_set.ts";
import { readSharedData, sharedDataTest } from "../testdata/shared_data.ts";
import { TERRA_LINE_1, TERRA_LINE_2 } from "../testdata/terra_tle.ts";

const TERRA = parseTle(TERRA_LINE_1, TERRA_LINE_2);

function readBack(set: ElementSet): ElementSet {
  const { elementSets, problems } = parseTleFile(formatTle(set));
  assert.deepEqual(problems, []);
  assert.equal(elementSets.length, 1);
  return elementSets[0]!;
}

Deno.test("formatTle() writes two lines, or three with a name", () => {
  const lines = `${TERRA_LINE_1}\n${TERRA_LINE_2}\n`;
  assert.equal(formatTle(TERRA), lines);
  assert.equal(formatTle({ ...TERRA, name: "TERRA" }), `TERRA\n${lines}`);
});

Deno.test("formatTle() writes what parseTleFile() reads, whatever a TLE can hold", () => {
  fc.assert(
    fc.property(
      anyElementSet,
      fc.integer({ min: 1, max: 339_999 }),
      // 1957-01-01 to the end of 2056, in steps of a TLE.
      fc.integer({ min: -474_800_000_000, max: 3_177_699_999_999 }),
      (set, noradId, step) => {
        const any = { ...set, noradId, epochUs: step * 864 };
        assert.deepEqual(readBack(any), any);
      },
    ),
    { numRuns: 500 },
  );
});

Deno.test("formatTle() keeps the id of a set that has an OMM's further digits", () => {
  fc.assert(
    fc.property(
      anyElementSet,
      fc.integer({ min: 0, max: 9_999_999_999 }),
      fc.integer({ min: 10_000_000, max: 99_999_999 }),
      fc.integer({ min: 0, max: 863 }),
      (set, eccentricity, bstar, us) => {
        const omm = {
          ...set,
          epochUs: set.epochUs + us,
          eccentricity: Number(`${eccentricity}e-10`),
          bstar: Number(`${bstar}e-12`),
        };
        assert.equal(elementSetId(readBack(omm)), elementSetId(omm));
      },
    ),
    { numRuns: 500 },
  );
});

Deno.test("formatTle() writes catalogue numbers above 99999 in Alpha-5", () => {
  for (
    const [noradId, text] of [
      [5, "00005"],
      [99_999, "99999"],
      [100_000, "A0000"],
      [148_493, "E8493"],
      [179_999, "H9999"],
      [180_000, "J0000"],
      [339_999, "Z9999"],
    ] as const
  ) {
    assert.equal(formatTle({ ...TERRA, noradId }).slice(2, 7), text);
    assert.equal(readBack({ ...TERRA, noradId }).noradId, noradId);
  }
});

Deno.test("formatTle() rounds an epoch into the next day and year", () => {
  const epochUs = Date.UTC(2027, 0, 1) * 1000;
  const line1 = formatTle({ ...TERRA, epochUs: epochUs - 1 });
  assert.equal(line1.slice(18, 32), "27001.00000000");
  assert.equal(
    formatTle({ ...TERRA, epochUs: epochUs - 864 }).slice(18, 32),
    "26365.99999999",
  );
});

Deno.test("formatTle() writes no minus before a number that rounds to zero", () => {
  const line1 = formatTle({ ...TERRA, meanMotionDot: -1e-12, bstar: -0 });
  assert.equal(line1.slice(33, 43), " .00000000");
  assert.equal(line1.slice(53, 61), " 00000+0");
});

Deno.test("formatTle() begins numbers of sets and revolutions again at zero", () => {
  const { elementSetNumber, revolutionAtEpoch } = readBack({
    ...TERRA,
    elementSetNumber: 10_012,
    revolutionAtEpoch: 157_671,
  });
  assert.deepEqual([elementSetNumber, revolutionAtEpoch], [12, 57_671]);
});

Deno.test("formatTle() writes a name so that it is read as one", () => {
  const named = (name: string) => readBack({ ...TERRA, name }).name;
  for (
    const name of ["0 TO 60", "1 OF A CONSTELLATION OF MANY SATELLITES", "ÑÜ"]
  ) {
    assert.equal(named(name), name);
  }
  assert.equal(
    named(`A
${TERRA_LINE_1}`),
    `A ${TERRA_LINE_1}`,
  );
  assert.equal(named(" "), null);
});

Deno.test("formatTle() refuses what a TLE cannot hold", () => {
  const cases: [Partial<ElementSet>, RegExp][] = [
    [
      { noradId: 340_000 },
      /^Cannot write 340000 as TLE as its catalogue number must be at most 339999: current value is 340000$/,
    ],
    [{ noradId: 799_501_282 }, /catalogue number/],
    [
      { epochUs: Date.UTC(1957, 0, 1) * 1000 - 433 },
      /epoch must be of 1957 to 2056: current value is 1956$/,
    ],
    [{ epochUs: Date.UTC(2057, 0, 1) * 1000 - 432 }, /current value is 2057$/],
    [{ internationalDesignator: "2057-001A" }, /international designator/],
    [
      { internationalDesignator: "99068A" },
      /designator must be of 1957 to 2056, as in 1999-068A: current value is "99068A"$/,
    ],
    [
      { meanMotion: 99.9999999951 },
      /mean motion must be 0.00000001 to 99.99999999/,
    ],
    [{ meanMotion: 1e-9 }, /mean motion must be/],
    [{ meanMotion: 1e22 }, /mean motion must be/],
    [{ meanMotionDot: -0.999999996 }, /first derivative .* between -1 and 1/],
    [{ meanMotionDdot: 1e9 }, /second derivative .* exponent of -9 to 9/],
    [{ bstar: 9.99999e8 }, /drag term must be .*: current value is 999999000$/],
    [{ bstar: 1.5e-14 }, /drag term/],
    [{ bstar: -1e-15 }, /drag term/],
    [{ eccentricity: 0.99999999999 }, /eccentricity must be at most 0.9999999/],
  ];
  for (const [change, message] of cases) {
    assert.throws(() => formatTle({ ...TERRA, ...change }), {
      name: "RangeError",
      message,
    }, JSON.stringify(change));
  }
});

sharedDataTest("formatTle() writes CelesTrak's catalogue to the letter", () => {
  const lines = linesOf("catalog/active_2026-08-22_crlf.3le.gz");
  assert.deepEqual(writtenAgain(lines), lines);
});

sharedDataTest("formatTle() writes every set of a history as it was", () => {
  for (const name of ["TERRA_25994", "AQUA_27424", "AURA_28376", "ISS_25544"]) {
    const lines = linesOf(`elements/${name}.tle.gz`);
    assert.deepEqual(writtenAgain(lines).map(plain), lines.map(plain));
  }
});

sharedDataTest("formatTle() keeps the id of every OMM of a catalogue", () => {
  const { elementSets } = parseOmmCsv(
    readSharedData("catalog/active_2026-08-22_omm.csv.gz"),
  );
  assert.equal(elementSets.length, 16_400);
  for (const set of elementSets) {
    assert.equal(elementSetId(readBack(set)), elementSetId(set));
  }
});

function linesOf(path: string): string[] {
  return readSharedData(path).trimEnd().split(/\r?\n/).map((line) =>
    line.trimEnd()
  );
}

function writtenAgain(lines: readonly string[]): string[] {
  return parseTleFile(lines.join("\n")).elementSets.map(formatTle).join("")
    .trimEnd().split("\n");
}

/**
 * A line without what differs between makers of TLEs and says nothing: the sign
 * of an exponent or derivative of zero, plus signs, zeros and blanks before a
 * number, and the checksum, which follows.
 */
function plain(line: string): string {
  return `${line.slice(0, 63)} ${line.slice(63, 68)}`
    .replaceAll("+", " ")
    .replace(/-(?=\.0{8} )/, " ")
    .replace(/(?<=\d{5})-0(?= )/g, " 0")
    .replace(/ +0*(?=[\d.])/g, " ");
}
