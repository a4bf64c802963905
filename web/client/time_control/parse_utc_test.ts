import { equal } from "node:assert/strict";
import { parseUtc } from "./parse_utc.ts";

const expected = Date.UTC(2026, 7, 23, 14, 36, 42);

Deno.test("parseUtc() reads a time as people and addresses write it", () => {
  for (
    const text of [
      "2026-08-23 14:36:42",
      "2026-08-23T14:36:42Z",
      " 2026-08-23 14:36:42 UTC ",
      "2026-08-23T14:36:42.000z",
      String(expected / 1_000),
      String(expected),
    ]
  ) equal(parseUtc(text), expected, text);
});

Deno.test("parseUtc() takes missing parts of the time of day as zero", () => {
  equal(parseUtc("2026-08-23 14:36"), expected - 42_000);
  equal(parseUtc("2026-08-23"), Date.UTC(2026, 7, 23));
});

Deno.test("parseUtc() reads fractions to the millisecond", () => {
  equal(parseUtc("2026-08-23T14:36:42.5Z"), expected + 500);
  equal(parseUtc("2026-08-23T14:36:42.123456Z"), expected + 123);
});

Deno.test("parseUtc() refuses what is no time that the server knows", () => {
  for (
    const text of [
      "",
      "now",
      "23.08.2026",
      "2026-02-30",
      "2026-08-23 25:00",
      "2026-08-23 24:00",
      "2026-08-23T14:36:42+02:00",
      "1969-12-31 23:59:59",
      "2100-01-01",
      "9999999999",
    ]
  ) equal(parseUtc(text), null, text);
});
