import assert from "node:assert/strict";
import { siderealTimeRad } from "./sidereal_time.ts";

const TURN = 2 * Math.PI;

Deno.test("siderealTimeRad() agrees with Vallado's example 3-5", () => {
  // 1992-08-20 12:14 UT1: 152.578787810 degrees, from centuries of nine digits.
  const degrees = siderealTimeRad(Date.UTC(1992, 7, 20, 12, 14)) * 360 / TURN;
  assert.ok(Math.abs((degrees % 360 + 360) % 360 - 152.57878781) < 1e-7);
});

Deno.test("siderealTimeRad() keeps its digits between milliseconds", () => {
  const timeMs = Date.UTC(2026, 7, 21);
  const rateRadS = (siderealTimeRad(timeMs + 0.5) - siderealTimeRad(timeMs)) /
    0.0005;
  assert.ok(Math.abs(rateRadS - 7.292115e-5) < 1e-9);
});
