import assert from "node:assert/strict";
import { footprintRadiusDeg } from "./footprint.ts";

Deno.test("footprintRadiusDeg() is how far a satellite is seen from, at the horizon", () => {
  // By the triangle of the Earth's centre, the satellite, and who sees it at
  // the horizon, in numbers worked out apart.
  const expected = [[420, 20.26], [705, 25.80], [20_200, 76.13], [
    35_786,
    81.30,
  ]];
  for (const [altitudeKm, radiusDeg] of expected) {
    const actual = footprintRadiusDeg(altitudeKm!);
    assert.ok(Math.abs(actual - radiusDeg!) < 0.02, `${altitudeKm}: ${actual}`);
  }
});

Deno.test("footprintRadiusDeg() is nothing on the ground, and below it", () => {
  assert.equal(footprintRadiusDeg(0), 0);
  assert.equal(footprintRadiusDeg(-5), 0);
});
