import assert from "node:assert/strict";
import { bundledElementSets } from "./bundled_elements.ts";
import { ecefFromGeodetic } from "./geodetic.ts";
import { interpolatePosition } from "./interpolate_position.ts";
import { createOrbit, type Orbit } from "./orbit.ts";
import { difference, lengthOf } from "./testdata/distance.ts";
import { sampleOrbit } from "./testdata/sample_orbit.ts";

const MINUTE_MS = 60_000;
const orbits = bundledElementSets.map(createOrbit);
const startMs = bundledElementSets[0]!.epochUs / 1000;

const ecefAt = (orbit: Orbit, timeMs: number) =>
  ecefFromGeodetic(orbit.positionAt(timeMs));

/** How far off interpolation is, in metres, at most, over some fractions. */
function mostOffM(
  orbit: Orbit,
  options: Parameters<typeof sampleOrbit>[2],
  stepsIn: readonly number[],
): number {
  const samples = sampleOrbit(orbit, startMs, options);
  return Math.max(...stepsIn.map((steps) => {
    const timeMs = startMs + steps * options.stepMs;
    const { positionKm } = interpolatePosition(samples, timeMs);
    return 1000 * lengthOf(difference(positionKm, ecefAt(orbit, timeMs)));
  }));
}

const anywhere = Array.from({ length: 1000 }, (_, i) => 0.099 * i);

Deno.test("interpolatePosition() is off by millimetres from samples a minute apart", () => {
  const options = { stepMs: MINUTE_MS, count: 100 };
  for (const orbit of orbits) {
    const offM = mostOffM(orbit, options, anywhere);
    assert.ok(offM < 0.001, `${orbit.elementSet.name}: ${offM} m`);
  }
});

Deno.test("interpolatePosition() is off by decimetres from samples as they are recorded", () => {
  const options = { stepMs: MINUTE_MS, count: 100, isRounded: true };
  const inside = anywhere.filter((steps) => steps >= 3 && steps <= 96);
  for (const orbit of orbits) {
    const offM = mostOffM(orbit, options, inside);
    assert.ok(offM < 0.2, `${orbit.elementSet.name}: ${offM} m inside`);
    // There a sample's rounding counts several times.
    const atEndsM = mostOffM(orbit, options, anywhere);
    assert.ok(atEndsM < 0.7, `${orbit.elementSet.name}: ${atEndsM} m`);
  }
});

Deno.test("interpolatePosition() gives a sample back at its own time", () => {
  const options = { stepMs: MINUTE_MS, count: 20 };
  const samples = sampleOrbit(orbits[0]!, startMs, options);
  for (let i = 0; i < 20; i++) {
    const timeMs = startMs + i * MINUTE_MS;
    const { positionKm } = interpolatePosition(samples, timeMs);
    const offKm = lengthOf(
      difference(positionKm, ecefAt(orbits[0]!, timeMs)),
    );
    assert.ok(offKm < 1e-9, `sample ${i}: ${offKm} km`);
  }
});

Deno.test("interpolatePosition() gives the velocity over the turning Earth", () => {
  const options = { stepMs: MINUTE_MS, count: 20, isRounded: true };
  for (const orbit of orbits) {
    const samples = sampleOrbit(orbit, startMs, options);
    for (const minutes of [4, 7.3, 9.5, 14.9]) {
      const timeMs = startMs + minutes * MINUTE_MS;
      const { velocityKmS } = interpolatePosition(samples, timeMs);
      const expected = difference(
        ecefAt(orbit, timeMs + 500),
        ecefAt(orbit, timeMs - 500),
      );
      const offKmS = lengthOf(difference(velocityKmS, expected));
      assert.ok(offKmS < 1e-5, `${orbit.elementSet.name}: ${offKmS} km/s`);
    }
  }
});

Deno.test("interpolatePosition() takes the nearest eight samples, uneven ones too", () => {
  const orbit = orbits[0]!;
  const all = sampleOrbit(orbit, startMs, { stepMs: MINUTE_MS, count: 60 });
  // Far away samples are of another orbit, and every third is missing.
  const kept = Array.from({ length: 60 }, (_, i) => i)
    .filter((i) => i % 3 !== 1);
  const samples = {
    timeMs: kept.map((i) => all.timeMs[i]!),
    latitudeDeg: kept.map((i) => all.latitudeDeg[i]!),
    longitudeDeg: kept.map((i) => all.longitudeDeg[i]!),
    altitudeKm: kept.map((i) => all.altitudeKm[i]! + (i < 20 ? 100 : 0)),
  };
  const timeMs = startMs + 31.5 * MINUTE_MS;
  const { positionKm } = interpolatePosition(samples, timeMs);
  const offKm = lengthOf(difference(positionKm, ecefAt(orbit, timeMs)));
  assert.ok(offKm < 1e-5, `${offKm} km`);
});

Deno.test("interpolatePosition() makes do with the samples that there are", () => {
  const orbit = orbits[0]!;
  const withinKm = [60, 3, 0.2, 0.01, 1e-3, 1e-4];
  withinKm.forEach((mostKm, i) => {
    const options = { stepMs: MINUTE_MS, count: i + 2 };
    const samples = sampleOrbit(orbit, startMs, options);
    const timeMs = startMs + (i + 1) / 2 * MINUTE_MS + 7000;
    const { positionKm } = interpolatePosition(samples, timeMs);
    const offKm = lengthOf(difference(positionKm, ecefAt(orbit, timeMs)));
    assert.ok(offKm < mostKm, `${i + 2} samples: ${offKm} km`);
  });
  const one = sampleOrbit(orbit, startMs, { stepMs: 1, count: 1 });
  const { positionKm } = interpolatePosition(one, startMs);
  assert.ok(lengthOf(difference(positionKm, ecefAt(orbit, startMs))) < 1e-9);
});

Deno.test("interpolatePosition() refuses what is not within the samples", () => {
  const options = { stepMs: MINUTE_MS, count: 9 };
  const samples = sampleOrbit(orbits[0]!, startMs, options);
  const none = sampleOrbit(orbits[0]!, startMs, { ...options, count: 0 });
  const refused = { name: "RangeError", message: /must be within 9 samples/ };
  for (const timeMs of [startMs - 1, startMs + 8 * MINUTE_MS + 1, NaN]) {
    assert.throws(() => interpolatePosition(samples, timeMs), refused);
  }
  assert.throws(() => interpolatePosition(none, startMs), RangeError);
});
