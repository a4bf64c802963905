import assert from "node:assert/strict";
import fc from "fast-check";
import type { ElementSet } from "./element_set.ts";
import { ecefFromGeodetic } from "./geodetic.ts";
import { interpolatePosition } from "./interpolate_position.ts";
import { createOrbit } from "./orbit.ts";
import { parseTle, parseTleFile } from "./formats/parse_tle.ts";
import { SAMPLING_STEP_MS } from "./sampling_step.ts";
import { difference, lengthOf } from "./testdata/distance.ts";
import { sampleOrbit } from "./testdata/sample_orbit.ts";
import { readSharedData, sharedDataTest } from "./testdata/shared_data.ts";
import { TERRA_LINE_1, TERRA_LINE_2 } from "./testdata/terra_tle.ts";

const terra = parseTle(TERRA_LINE_1, TERRA_LINE_2);

/** Where interpolation is off by most: in the middle of eight, and at an end. */
const MIDDLE = [3.25, 3.5, 3.75];
const END = [0.35, 6.65];

/**
 * How far interpolation of eight samples is off around a perigee, in metres,
 * at most.
 */
function offAtPerigeeM(set: ElementSet, stepsIn: readonly number[]): number {
  const orbit = createOrbit(set);
  const msToPerigee = (360 - set.meanAnomalyDeg) / 360 / set.meanMotion *
    86_400_000;
  const perigeeMs = set.epochUs / 1000 + msToPerigee;
  let mostKm = 0;
  for (let shift = -10; shift <= 3; shift += 0.5) {
    const fromMs = perigeeMs + shift * SAMPLING_STEP_MS;
    const options = { stepMs: SAMPLING_STEP_MS, count: 8 };
    const samples = sampleOrbit(orbit, fromMs, options);
    for (const steps of stepsIn) {
      const timeMs = fromMs + steps * SAMPLING_STEP_MS;
      const { positionKm } = interpolatePosition(samples, timeMs);
      const expected = ecefFromGeodetic(orbit.positionAt(timeMs));
      mostKm = Math.max(mostKm, lengthOf(difference(positionKm, expected)));
    }
  }
  return mostKm * 1000;
}

Deno.test("SAMPLING_STEP_MS is short enough for whatever orbit clears the ground", () => {
  const anyOrbit = fc.record({
    perigeeKm: fc.double({ min: 6378 + 90, max: 42_164, noNaN: true }),
    eccentricity: fc.double({ min: 1e-6, max: 0.93, noNaN: true }),
    inclinationDeg: fc.double({ min: 0.001, max: 179, noNaN: true }),
    argumentOfPericenterDeg: fc.double({ min: 0, max: 360, noNaN: true }),
  }).map(({ perigeeKm, eccentricity, ...angles }) => {
    const semiMajorKm = perigeeKm / (1 - eccentricity);
    const meanMotion = 86_400 / (2 * Math.PI) *
      Math.sqrt(398_600.8 / semiMajorKm ** 3);
    // At its perigee at the epoch.
    const orbit = { eccentricity, meanMotion, meanAnomalyDeg: 360, bstar: 0 };
    return { ...terra, ...angles, ...orbit };
  });
  fc.assert(
    fc.property(anyOrbit, (set) => {
      const [middleM, endM] = [MIDDLE, END].map((at) => offAtPerigeeM(set, at));
      assert.ok(middleM! < 0.1 && endM! < 1, `${middleM} m, ${endM} m`);
    }),
    { numRuns: 500 },
  );
});

sharedDataTest(
  "SAMPLING_STEP_MS is short enough for the whole catalogue",
  () => {
    const { elementSets } = parseTleFile(
      readSharedData("catalog/active_2026-08-22_crlf.3le.gz"),
    );
    let eccentric = 0;
    elementSets.forEach((set, i) => {
      if (set.eccentricity > 0.1) eccentric++;
      else if (i % 50 !== 0) return;
      const [middleM, endM] = [MIDDLE, END].map((at) => offAtPerigeeM(set, at));
      const what = `${set.noradId}: ${middleM} m, at an end ${endM} m`;
      assert.ok(middleM! < 0.05 && endM! < 0.5, what);
    });
    assert.ok(eccentric > 40, `${eccentric} eccentric orbits`);
  },
);
