import { deepEqual } from "node:assert/strict";
import { formatSeconds } from "./format_seconds.ts";

Deno.test("formatSeconds() gives two digits in the unit that suits", () => {
  const cases: [number, string][] = [
    [0, "under 1 ms"],
    [0.0011, "1.1 ms"],
    [0.0112, "11 ms"],
    [0.0994, "99 ms"],
    [0.0996, "0.1 s"],
    [0.1857, "0.19 s"],
    [1, "1 s"],
    [4.66, "4.7 s"],
    [99.4, "99 s"],
    [167.6, "2.8 min"],
    [2_187, "36 min"],
    [7_200, "2 h"],
  ];
  deepEqual(
    cases.map(([seconds]) => formatSeconds(seconds)),
    cases.map(([, text]) => text),
  );
});
