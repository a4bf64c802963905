import assert from "node:assert/strict";
import { findBundled } from "./bundled_elements.ts";
import { orbitalFigures } from "./orbital_figures.ts";

const ISS = findBundled("ISS")!;

/** As Space-Track publishes them beside the elements (its class `gp`). */
const published = [
  // name, rev/day, eccentricity, period, semi-major axis, apogee, perigee
  ["USA 19", 16.0829195, 0.0111873, 89.535, 6629.674, 325.707, 177.371],
  ["ISS", 15.49370096, 0.00072933, 92.941, 6796.705, 423.527, 413.613],
  ["NUSAT-8", 15.27989249, 0.0013356, 94.242, 6859.961, 490.988, 472.664],
  ["CYGFM03", 15.24443449, 0.0010251, 94.461, 6870.594, 499.502, 485.416],
  ["STARLINK-1288", 15.05559606, 0.0001439, 95.645, 6927.925, 550.787, 548.793],
] as const;

for (
  const [name, meanMotion, eccentricity, period, axis, apogee, perigee]
    of published
) {
  Deno.test(`orbitalFigures() gives ${name} as it is published`, () => {
    const figures = orbitalFigures({ ...ISS, meanMotion, eccentricity });
    const isNear = (value: number, expected: number, within: number) =>
      assert.ok(Math.abs(value - expected) <= within, `${value} ${expected}`);
    isNear(figures.periodMinutes, period, 0.001);
    isNear(figures.semiMajorAxisKm, axis, 0.004);
    isNear(figures.apogeeAltitudeKm, apogee, 0.004);
    isNear(figures.perigeeAltitudeKm, perigee, 0.004);
  });
}

Deno.test("orbitalFigures() gives a geostationary orbit a sidereal day and 35,786 km", () => {
  const { periodMinutes, apogeeAltitudeKm, perigeeAltitudeKm } = orbitalFigures(
    { ...ISS, meanMotion: 1.00273791, eccentricity: 0 },
  );
  assert.equal(periodMinutes.toFixed(2), "1436.07");
  assert.equal(apogeeAltitudeKm.toFixed(0), "35786");
  assert.equal(perigeeAltitudeKm, apogeeAltitudeKm);
});

Deno.test("orbitalFigures() passes the inclination on", () => {
  assert.equal(orbitalFigures(ISS).inclinationDeg, ISS.inclinationDeg);
});
