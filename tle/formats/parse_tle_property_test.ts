import assert from "node:assert/strict";
import fc from "fast-check";
import { formatOmm } from "./format_omm.ts";
import { formatTle } from "./format_tle.ts";
import { parseOmmJson } from "./parse_omm.ts";
import { parseTle, parseTleFile } from "./parse_tle.ts";
import { anyElementSet } from "../testdata/any_element_set.ts";
import { TERRA_LINE_1, TERRA_LINE_2 } from "../testdata/terra_tle.ts";

Deno.test("parseTleFile() never throws, and is never silent about text that is not blank", () => {
  const pieces = fc.oneof(
    fc.string(),
    fc.constantFrom(
      TERRA_LINE_1,
      TERRA_LINE_2,
      "\n",
      "\r\n",
      "0 TERRA\n",
      "1 ",
      "2 ",
      "\uFEFF",
      "\u00A0",
      "\u{1F6F0}",
    ),
  );
  fc.assert(
    fc.property(fc.array(pieces).map((all) => all.join("")), (text) => {
      const { elementSets, problems } = parseTleFile(text);
      if (text.trim() !== "") {
        assert.ok(elementSets.length + problems.length > 0);
      }
    }),
    { numRuns: 300 },
  );
});

Deno.test("parseTle() refuses any one digit changed into another", () => {
  fc.assert(
    fc.property(
      fc.nat(67),
      fc.integer({ min: 1, max: 9 }),
      fc.boolean(),
      (at, by, first) => {
        const line = first ? TERRA_LINE_1 : TERRA_LINE_2;
        const digit = line[at]!;
        fc.pre(/\d/.test(digit));
        const changed = line.slice(0, at) + (Number(digit) + by) % 10 +
          line.slice(at + 1);
        assert.throws(
          () =>
            first
              ? parseTle(changed, TERRA_LINE_2)
              : parseTle(TERRA_LINE_1, changed),
          SyntaxError,
        );
      },
    ),
  );
});

Deno.test("parseTleFile() and parseOmmJson() read the same set from either format", () => {
  fc.assert(
    fc.property(anyElementSet, (set) => {
      const expected = { elementSets: [set], problems: [] };
      assert.deepEqual(parseTleFile(formatTle(set)), expected);
      const omm = JSON.stringify([formatOmm(set)]);
      assert.deepEqual(parseOmmJson(omm), expected);
      // As Space-Track has it.
      const numbersAsText = omm.replace(/(?<=":)[-\d.e]+/g, '"$&"');
      assert.deepEqual(parseOmmJson(numbersAsText), expected);
    }),
    { numRuns: 300 },
  );
});
