import assert from "node:assert/strict";
import fc from "fast-check";
import { ecefFromGeodetic, geodeticFromEcef } from "./geodetic.ts";

const EQUATOR_KM = 6378.137;
const POLE_KM = 6356.752314245;

Deno.test("geodeticFromEcef() returns the poles and the equator exactly", () => {
  const near = (actual: number, expected: number) =>
    assert.ok(Math.abs(actual - expected) < 1e-9);
  for (const sign of [1, -1]) {
    const { latitudeDeg, altitudeKm } = geodeticFromEcef({
      x: 0,
      y: 0,
      z: sign * (POLE_KM + 700),
    });
    near(latitudeDeg, sign * 90);
    near(altitudeKm, 700);
  }
  const { latitudeDeg, longitudeDeg, altitudeKm } = geodeticFromEcef({
    x: 0,
    y: EQUATOR_KM,
    z: 0,
  });
  near(latitudeDeg, 0);
  near(longitudeDeg, 90);
  near(altitudeKm, 0);
});

Deno.test("geodeticFromEcef() says -180, never 180", () => {
  assert.equal(geodeticFromEcef({ x: -7000, y: 0, z: 0 }).longitudeDeg, -180);
  assert.equal(geodeticFromEcef({ x: -7000, y: -0, z: 0 }).longitudeDeg, -180);
  assert.equal(
    geodeticFromEcef({ x: -7000, y: -1e-300, z: 0 }).longitudeDeg,
    -180,
  );
});

Deno.test("geodeticFromEcef() inverts ecefFromGeodetic() to 10 micrometres", () => {
  const latitude = fc.oneof(
    fc.double({ min: -90, max: 90, noNaN: true }),
    // The last metres before a pole, where a division by a cosine goes wrong.
    fc.double({ min: 89.9999, max: 90, noNaN: true }),
  );
  fc.assert(
    fc.property(
      latitude,
      fc.double({ min: -180, max: 180, maxExcluded: true, noNaN: true }),
      fc.double({ min: -10, max: 400_000, noNaN: true }),
      (latitudeDeg, longitudeDeg, altitudeKm) => {
        const ecefKm = ecefFromGeodetic({
          latitudeDeg,
          longitudeDeg,
          altitudeKm,
        });
        const position = geodeticFromEcef(ecefKm);
        assert.ok(Math.abs(position.altitudeKm - altitudeKm) < 1e-8);
        assert.ok(position.longitudeDeg >= -180 && position.longitudeDeg < 180);
        const back = ecefFromGeodetic(position);
        const offKm = Math.hypot(
          back.x - ecefKm.x,
          back.y - ecefKm.y,
          back.z - ecefKm.z,
        );
        assert.ok(offKm < 1e-8, `off by ${offKm} km`);
      },
    ),
    { numRuns: 2000 },
  );
});
