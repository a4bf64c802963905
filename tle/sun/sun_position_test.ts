import assert from "node:assert/strict";
import { temeFromEcef } from "../ecef_from_teme.ts";
import { sunEcefKm } from "./sun_position.ts";

const DEG = 180 / Math.PI;
const ARCSEC = 1 / 3600;

Deno.test("sunEcefKm() agrees with the published example", () => {
  // Meeus, Astronomical Algorithms, example 25.b: 1992-10-13, 0h TD.
  const timeMs = Date.UTC(1992, 9, 13) - 59_184;
  const { x, y, z } = temeFromEcef(sunEcefKm(timeMs), timeMs);
  const distanceKm = Math.hypot(x, y, z);
  // From the true equinox there, by 14.6 arcsec of nutation from TEME's.
  const rightAscension = Math.atan2(y, x) * DEG + 14.595 * ARCSEC + 360;
  const declination = Math.asin(z / distanceKm) * DEG;
  assert.ok(Math.abs(rightAscension - 198.378178) < 3 * ARCSEC);
  assert.ok(Math.abs(declination + 7.783871) < 3 * ARCSEC);
  assert.ok(Math.abs(distanceKm / 149_597_870.7 - 0.99760775) < 1e-4);
});
