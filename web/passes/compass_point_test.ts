import assert from "node:assert/strict";
import { compassPoint } from "./compass_point.ts";

Deno.test("compassPoint() names the nearest of 16 points", () => {
  const named = [0, 11.24, 11.26, 45, 137.8, 180, 348.74, 348.76, 359.99];
  assert.deepEqual(
    named.map(compassPoint),
    ["N", "N", "NNE", "NE", "SE", "S", "NNW", "N", "N"],
  );
});
