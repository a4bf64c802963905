import assert from "node:assert/strict";
import { parseTle, parseTleFile } from "./parse_tle.ts";
import { editLine, TERRA_LINE_1, TERRA_LINE_2 } from "../testdata/terra_tle.ts";

const TERRA_SET = `${TERRA_LINE_1}\n${TERRA_LINE_2}\n`;

Deno.test("parseTle() returns the numbers as published", () => {
  assert.deepEqual(parseTle(TERRA_LINE_1, TERRA_LINE_2, "TERRA"), {
    noradId: 25994,
    name: "TERRA",
    internationalDesignator: "1999-068A",
    classification: "U",
    epochUs: Date.UTC(2026, 7, 21, 15, 26, 1, 274) * 1000 + 784,
    meanMotion: 14.6114641,
    eccentricity: 0.0003071,
    inclinationDeg: 97.9407,
    rightAscensionDeg: 280.5778,
    argumentOfPericenterDeg: 49.2746,
    meanAnomalyDeg: 119.4135,
    bstar: 0.64991e-4,
    meanMotionDot: 0.00000275,
    meanMotionDdot: 0,
    ephemerisType: 0,
    elementSetNumber: 999,
    revolutionAtEpoch: 41916,
  });
});

Deno.test("parseTle() refuses a wrong checksum and says which one it must be", () => {
  assert.throws(() => parseTle(TERRA_LINE_1.slice(0, 68) + "3", TERRA_LINE_2), {
    name: "SyntaxError",
    message:
      "Cannot parse TLE line 1 as its checksum must be 7: current value is 3",
  });
});

Deno.test("parseTle() names line and column of what it refuses", () => {
  const cases: [1 | 2, number, string, RegExp][] = [
    [1, 1, "3", /line 1 as its first column must be 1: current value is "3"/],
    [
      1,
      8,
      "X",
      /line 1 as its classification \(columns 8 to 8\) must be U, C or S/,
    ],
    [1, 9, "1", /line 1 as its column 9 must be blank: current value is "1"/],
    [
      1,
      3,
      "I5994",
      /catalogue number .* must be a number of 1 to 99999, or Alpha-5/,
    ],
    [1, 3, "O5994", /catalogue number/],
    [1, 3, "00000", /catalogue number/],
    [1, 3, "T   1", /catalogue number/],
    [1, 10, "X9068A  ", /international designator/],
    [1, 21, "000.50000000", /epoch day .* must be a day of 1 to 366.99999999/],
    [1, 21, "367.00000000", /epoch day/],
    [1, 21, "233 64307031", /epoch day/],
    [1, 34, "0.00000275", /first derivative of mean motion/],
    [1, 45, " 00000 0", /second derivative of mean motion/],
    [1, 54, " 64991 4", /drag term \(columns 54 to 61\)/],
    [1, 63, "4", /ephemeris type .* must be 0, 2 or 3 \(SGP4\)/],
    [1, 65, " 9 9", /element set number/],
    [
      1,
      2,
      "\t",
      /column 2 must be a printable ASCII character: current value is "U\+0009"/,
    ],
    [
      1,
      17,
      "\u00a0",
      /column 17 must be a printable ASCII character: current value is "U\+00A0"/,
    ],
    [2, 9, "180.0001", /line 2 as its inclination .* must be 0 to 180 degrees/],
    [2, 18, "360.0001", /right ascension .* must be 0 to 360 degrees/],
    [2, 18, "-80.5778", /right ascension/],
    [2, 27, "   3071", /eccentricity .* must be seven digits/],
    [2, 35, "360.0001", /argument of perigee/],
    [2, 44, "999.9999", /mean anomaly/],
    [
      2,
      53,
      " 0.00000000",
      /mean motion .* must be more than 0 revolutions a day/,
    ],
    [2, 53, "14,61146410", /mean motion/],
    [2, 64, "4 916", /revolution number/],
    [
      2,
      3,
      "25995",
      /line 2 as its catalogue number must be 25994 as on line 1: current value is 25995/,
    ],
  ];
  for (const [number, column, text, message] of cases) {
    const line1 = number === 1
      ? editLine(TERRA_LINE_1, column, text)
      : TERRA_LINE_1;
    const line2 = number === 2
      ? editLine(TERRA_LINE_2, column, text)
      : TERRA_LINE_2;
    assert.throws(() => parseTle(line1, line2), {
      name: "SyntaxError",
      message,
    }, text);
  }
});

Deno.test("parseTle() refuses lines that are too short or too long", () => {
  assert.throws(() => parseTle(TERRA_LINE_1.slice(0, 68), TERRA_LINE_2), {
    message:
      "Cannot parse TLE line 1 as its length must be 69: current value is 68",
  });
  assert.throws(
    () => parseTle(TERRA_LINE_1, `${TERRA_LINE_2}0`),
    /line 2 as its length must be 69/,
  );
});

Deno.test("parseTle() takes the variants that real catalogues have", () => {
  const of1 = (column: number, text: string) =>
    parseTle(editLine(TERRA_LINE_1, column, text), TERRA_LINE_2);
  const of2 = (column: number, text: string) =>
    parseTle(TERRA_LINE_1, editLine(TERRA_LINE_2, column, text));
  assert.equal(of1(10, "        ").internationalDesignator, null);
  assert.equal(of1(10, "82092AMP").internationalDesignator, "1982-092AMP");
  assert.equal(of1(34, "+.00000275").meanMotionDot, 0.00000275);
  assert.equal(of1(45, "-11960-5").meanMotionDdot, -0.1196e-5);
  assert.equal(of1(45, "+00000-0").meanMotionDdot, 0);
  assert.equal(of1(54, " 50906+0").bstar, 0.50906);
  assert.equal(of1(54, " 16595+1").bstar, 1.6595);
  assert.equal(of1(63, " ").ephemerisType, 0);
  assert.equal(of1(65, "    ").elementSetNumber, 0);
  assert.equal(of2(9, "027.4674").inclinationDeg, 27.4674);
  assert.equal(of2(18, "360.0000").rightAscensionDeg, 360);
  assert.equal(of2(18, "   .5778").rightAscensionDeg, 0.5778);
});

Deno.test("parseTle() reads a negative zero as zero", () => {
  const line1 = editLine(
    editLine(TERRA_LINE_1, 34, "-.00000000"),
    54,
    "-00000-0",
  );
  const { meanMotionDot, bstar } = parseTle(line1, TERRA_LINE_2);
  assert.ok(Object.is(meanMotionDot, 0) && Object.is(bstar, 0));
});

Deno.test("parseTle() reads catalogue numbers above 99999 in Alpha-5", () => {
  const numbers = {
    A0000: 100_000,
    E8493: 148_493,
    H9999: 179_999,
    J0000: 180_000,
    P4018: 234_018,
    Z9999: 339_999,
    "   12": 12,
  };
  for (const [text, noradId] of Object.entries(numbers)) {
    const set = parseTle(
      editLine(TERRA_LINE_1, 3, text),
      editLine(TERRA_LINE_2, 3, text),
    );
    assert.equal(set.noradId, noradId);
  }
});

Deno.test("parseTle() puts two-digit years into 1957 to 2056, and day 366 where it belongs", () => {
  const epoch = (text: string) =>
    new Date(
      parseTle(editLine(TERRA_LINE_1, 19, text), TERRA_LINE_2).epochUs / 1000,
    ).toISOString();
  assert.equal(epoch("57001.00000000"), "1957-01-01T00:00:00.000Z");
  assert.equal(epoch("99365.50000000"), "1999-12-31T12:00:00.000Z");
  assert.equal(epoch("00060.00000000"), "2000-02-29T00:00:00.000Z");
  assert.equal(epoch("56366.00000000"), "2056-12-31T00:00:00.000Z");
  assert.equal(epoch("19366.00000000"), "2020-01-01T00:00:00.000Z");
  assert.equal(epoch("26  1.00000000"), "2026-01-01T00:00:00.000Z");
});

Deno.test("parseTleFile() takes names, line ends, blank lines and a byte order mark as they come", () => {
  const text =
    `\uFEFF0 TERRA \r\n${TERRA_LINE_1}  \r\n${TERRA_LINE_2}\t\r\n\r\n` +
    `${TERRA_LINE_1}\n\n${TERRA_LINE_2}\rTERRA (EOS AM-1)       \r${TERRA_LINE_1}\r\n${TERRA_LINE_2}`;
  const { elementSets, problems } = parseTleFile(text);
  assert.deepEqual(problems, []);
  assert.deepEqual(elementSets.map((set) => set.name), [
    "TERRA",
    null,
    "TERRA (EOS AM-1)",
  ]);
});

Deno.test("parseTleFile() takes a name that begins like an element line", () => {
  const { elementSets, problems } = parseTleFile(
    `2 FAST 2 FURIOUS\n${TERRA_SET}`,
  );
  assert.deepEqual(problems, []);
  assert.equal(elementSets[0]?.name, "2 FAST 2 FURIOUS");
});

Deno.test("parseTleFile() reports orphan lines and keeps the other sets", () => {
  const text =
    `${TERRA_LINE_1}\n${TERRA_SET}${TERRA_LINE_2}\nFOO\nTERRA\n${TERRA_SET}BAR\n${TERRA_LINE_1}\n`;
  const { elementSets, problems } = parseTleFile(text);
  assert.equal(elementSets.length, 2);
  assert.deepEqual(problems.map(({ line }) => line), [1, 4, 5, 10]);
  assert.match(
    problems[0]!.message,
    /^Cannot use this line as line 2 must follow it: current value is "1 25994U/,
  );
  assert.match(problems[1]!.message, /line 1 must stand before it/);
  assert.match(
    problems[2]!.message,
    /element lines must follow it: current value is "FOO"/,
  );
});

Deno.test("parseTleFile() takes no name that is longer than any, and says so", () => {
  const { elementSets, problems } = parseTleFile(
    `${"x".repeat(101)}\n${TERRA_SET}${"y".repeat(100)}\n${TERRA_SET}`,
  );
  assert.deepEqual(elementSets.map(({ name }) => name), [
    null,
    "y".repeat(100),
  ]);
  assert.equal(problems.length, 1);
  assert.match(
    problems[0]!.message,
    /^Cannot use this line as a name must have at most 100 characters: current/,
  );
});

Deno.test("parseTleFile() tells the line of the file that is wrong and goes on after it", () => {
  const bad1 = editLine(TERRA_LINE_1, 8, "X");
  const bad2 = editLine(TERRA_LINE_2, 9, "999.9407");
  const { elementSets, problems } = parseTleFile(
    `A\n${bad1}\n${TERRA_LINE_2}\nB\n${TERRA_LINE_1}\n${bad2}\nC\n${TERRA_SET}`,
  );
  assert.deepEqual(problems.map(({ line }) => line), [2, 6]);
  assert.deepEqual(elementSets.map((set) => set.name), ["C"]);
});

Deno.test("parseTleFile() refuses indented element lines rather than taking them for names", () => {
  const { elementSets, problems } = parseTleFile(
    `TERRA\n\t${TERRA_LINE_1}\n\t${TERRA_LINE_2}`,
  );
  assert.equal(elementSets.length, 0);
  assert.match(
    problems[0]!.message,
    /column 1 must be a printable ASCII character/,
  );
});

Deno.test("parseTleFile() quotes the first line of what holds no set at all", () => {
  assert.deepEqual(
    parseTleFile("\n<!DOCTYPE HTML>\n<HTML>\n</HTML>\n").problems,
    [{
      line: 2,
      message:
        'Cannot parse elements as they must be TLE (two or three lines a set), OMM JSON or OMM CSV: current value is "<!DOCTYPE HTML>"',
    }],
  );
  assert.match(
    parseTleFile("").problems[0]!.message,
    /current value is empty$/,
  );
  assert.ok(parseTleFile("x".repeat(1e6)).problems[0]!.message.length < 200);
});

Deno.test("parseTleFile() takes no time for a long run of blanks", () => {
  const text = " ".repeat(200_000);
  const started = performance.now();
  parseTleFile(`${text}x`);
  assert.ok(performance.now() - started < 1000);
});
