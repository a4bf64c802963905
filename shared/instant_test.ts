import assert from "node:assert/strict";
import fc from "fast-check";
import {
  formatAnyInstant,
  formatInstant,
  formatInstantUs,
  parseEpochUs,
  parseInstantMs,
  parseInstantUs,
} from "./instant.ts";

const AT_US = 1_787_323_002_000_000; // 2026-08-21T14:36:42Z
const END_US = 4_102_444_800_000_000; // 2100-01-01

const accepted: [text: string, us: number][] = [
  ["2026-08-21T14:36:42Z", AT_US],
  ["2026-08-21T14:36:42", AT_US],
  ["2026-08-21 14:36:42", AT_US],
  ["2026-08-21T14:36:42+00:00", AT_US],
  ["2026-08-21T14:36:42+0000", AT_US],
  ["2026-08-21T14:36Z", AT_US - 42_000_000],
  ["2026-08-21", AT_US - (14 * 3600 + 36 * 60 + 42) * 1_000_000],
  ["2026-08-21T14:36:42.5Z", AT_US + 500_000],
  ["2026-08-21T14:36:42,5Z", AT_US + 500_000],
  ["2026-08-21T14:36:42.123456Z", AT_US + 123_456],
  ["2026-08-21T14:36:42.1234564Z", AT_US + 123_456],
  ["2026-08-21T14:36:42.999999999Z", AT_US + 1_000_000],
  ["1787323002", AT_US],
  ["1787323002.123456", AT_US + 123_456],
  ["1787323002000", AT_US],
  ["1787323002000.25", AT_US + 250],
  ["2024-02-29", 1_709_164_800_000_000],
  ["0", 0],
  ["1970-01-01", 0],
  ["2099-12-31T23:59:59.999999Z", END_US - 1],
];

for (const [text, us] of accepted) {
  Deno.test(`parseInstantUs() reads ${text}`, () => {
    assert.equal(parseInstantUs(text), us);
  });
}

const refused = [
  "",
  "now",
  "-1",
  "1e9",
  "NaN",
  "2100-01-01",
  "4102444800",
  "99999999999",
  "1969-12-31T23:59:59Z",
  "0070-01-01",
  "2026-02-29",
  "2026-13-01",
  "2026-00-10",
  "2026-04-31",
  "2026-08-21T24:00:00Z",
  "2026-08-21T14:60:00Z",
  "2026-08-21T14:36:60Z",
  "2026-08-21T14:36:42+02:00",
  "2026-08-21T14",
  "2026-8-21",
  " 2026-08-21",
  "2026-08-21T14:36:42.1234567891Z",
];

for (const text of refused) {
  Deno.test(`parseInstantUs() refuses ${JSON.stringify(text)}`, () => {
    assert.throws(() => parseInstantUs(text), {
      name: "RangeError",
      message: /^an instant must be ISO 8601 .* from 1970 to 2099: current/,
    });
  });
}

Deno.test("parseInstantUs() cuts what it quotes of a long text", () => {
  assert.throws(
    () => parseInstantUs("x".repeat(10_000)),
    (error: Error) => error.message.length < 250,
  );
});

Deno.test("parseInstantMs() rounds up, so that a range from there has no more than asked for", () => {
  assert.equal(parseInstantMs("2026-08-21T14:36:42.000001Z"), AT_US / 1000 + 1);
  assert.equal(parseInstantMs("2026-08-21T14:36:42.001Z"), AT_US / 1000 + 1);
});

Deno.test("formatInstantUs() writes what parseInstantUs() reads", () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: END_US - 1 }), (us) => {
    assert.equal(parseInstantUs(formatInstantUs(us)), us);
  }));
  assert.equal(formatInstantUs(AT_US + 7), "2026-08-21T14:36:42.000007Z");
});

Deno.test("parseEpochUs() reads what formatInstantUs() writes, from 1957 to 2199", () => {
  const startUs = Date.UTC(1957, 0, 1) * 1000;
  const endUs = Date.UTC(2200, 0, 1) * 1000;
  fc.assert(fc.property(fc.integer({ min: startUs, max: endUs - 1 }), (us) => {
    assert.equal(parseEpochUs(formatInstantUs(us)), us);
  }));
  assert.equal(parseEpochUs("1969-12-31T23:59:59.999999Z"), -1);
  assert.equal(formatInstantUs(-1), "1969-12-31T23:59:59.999999Z");
  assert.equal(formatInstantUs(-1_000_001), "1969-12-31T23:59:58.999999Z");
  for (const us of [startUs - 1, endUs]) {
    assert.throws(() => parseEpochUs(formatInstantUs(us)), {
      name: "RangeError",
      message: /^an instant must be ISO 8601 .* from 1957 to 2199: current/,
    });
  }
});

Deno.test("formatInstant() writes milliseconds", () => {
  assert.equal(formatInstant(AT_US / 1000 + 7), "2026-08-21T14:36:42.007Z");
});

Deno.test("formatAnyInstant() writes what can be a date, and nothing else", () => {
  assert.equal(formatAnyInstant(-1), "1969-12-31T23:59:59.999Z");
  assert.equal(formatAnyInstant(8.64e15), "+275760-09-13T00:00:00.000Z");
  for (const ms of [8.64e15 + 1, -8.64e15 - 1, 2 ** 62]) {
    assert.equal(formatAnyInstant(ms), null);
  }
});
