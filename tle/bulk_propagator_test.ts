import assert from "node:assert/strict";
import fc from "fast-check";
import {
  type BulkPositions,
  BulkPropagator,
  createBulkPropagator,
} from "./bulk_propagator.ts";
import { bundledElementSets } from "./bundled_elements.ts";
import type { ElementSet } from "./element_set.ts";
import type { GeodeticPosition } from "./geodetic.ts";
import { createOrbit } from "./orbit.ts";
import { parseTle, parseTleFile } from "./formats/parse_tle.ts";
import { PropagationError } from "./propagation_error.ts";
import { distanceKm } from "./testdata/distance.ts";
import { readSharedData, sharedDataTest } from "./testdata/shared_data.ts";
import { TERRA_LINE_1, TERRA_LINE_2 } from "./testdata/terra_tle.ts";

const DAY_MS = 86_400_000;
const terra = parseTle(TERRA_LINE_1, TERRA_LINE_2, "TERRA");
const epochMs = terra.epochUs / 1000;
/** Comes down after three weeks, and later looks like an orbit again. */
const balloon = { ...terra, name: null, bstar: 0.3 };

function positionOrNull(set: ElementSet, timeMs: number) {
  try {
    return createOrbit(set).positionAt(timeMs);
  } catch (error) {
    if (error instanceof PropagationError) return null;
    throw error;
  }
}

function pick(positions: BulkPositions, index: number): GeodeticPosition {
  return {
    latitudeDeg: positions.latitudeDeg[index]!,
    longitudeDeg: positions.longitudeDeg[index]!,
    altitudeKm: positions.altitudeKm[index]!,
  };
}

/**
 * Checks every position against the orbit's own; returns how many there are
 * and how far they are off at most.
 */
function compare(
  propagator: BulkPropagator,
  sets: readonly ElementSet[],
  timesMs: readonly number[],
  withinKm = 1e-6,
) {
  const positions = propagator.positionsAt(sets, timesMs);
  let known = 0;
  let mostKm = 0;
  sets.forEach((set, i) =>
    timesMs.forEach((timeMs, j) => {
      const index = i * timesMs.length + j;
      const expected = positionOrNull(set, timeMs);
      const what = `${set.noradId} at ${timeMs}`;
      assert.equal(positions.isKnown[index], expected === null ? 0 : 1, what);
      const found = pick(positions, index);
      if (expected === null) {
        for (const value of Object.values(found)) assert.ok(isNaN(value), what);
        return;
      }
      known++;
      const offKm = distanceKm(found, expected);
      assert.ok(offKm < withinKm, `${what} is off by ${offKm} km`);
      mostKm = Math.max(mostKm, offKm);
    })
  );
  return { known, mostKm };
}

Deno.test("positionsAt() gives what each orbit gives, to a millimetre", async () => {
  using propagator = await createBulkPropagator();
  const days = [0, 0.123456789, -3, 30, 400];
  const timesMs = days.map((day) => epochMs + day * DAY_MS);
  const { known } = compare(propagator, bundledElementSets, timesMs);
  assert.equal(known, bundledElementSets.length * days.length);
});

Deno.test("positionsAt() knows no position where the orbit gives none", async () => {
  using propagator = await createBulkPropagator();
  const sets = [
    terra,
    balloon,
    { ...terra, meanMotion: 1e200 },
    { ...terra, epochUs: Date.UTC(1957, 0, 1) * 1000 },
    { ...terra, meanMotion: 1.0027, epochUs: Date.UTC(2050, 0, 1) * 1000 },
    { ...terra, bstar: 1e300 },
  ];
  const timesMs = [
    ...[0, 30, 45, 100, 2000, 36_000].map((day) => epochMs + day * DAY_MS),
    ...[NaN, Infinity, -Infinity, 1e300],
  ];
  // Over a century rounding alone comes to metres.
  const { known } = compare(propagator, sets, timesMs, 0.1);
  assert.ok(known >= 10 && known < 40, `${known} are known`);
});

Deno.test("positionsAt() takes whatever elements can be written", async () => {
  using propagator = await createBulkPropagator();
  const angle = fc.double({ min: 0, max: 360, noNaN: true });
  const anySet = fc.record({
    meanMotion: fc.double({ min: 0.01, max: 20, noNaN: true }),
    eccentricity: fc.double({ min: 0, max: 0.9999999, noNaN: true }),
    inclinationDeg: fc.double({ min: 0, max: 180, noNaN: true }),
    rightAscensionDeg: angle,
    argumentOfPericenterDeg: angle,
    meanAnomalyDeg: angle,
    bstar: fc.double({ min: -0.1, max: 0.1, noNaN: true }),
  }).map((elements) => ({ ...terra, ...elements }));
  fc.assert(
    fc.property(fc.array(anySet, { minLength: 1, maxLength: 5 }), (sets) => {
      propagator.positionsAt(sets, [epochMs, epochMs + DAY_MS]).isKnown
        .forEach((isKnown, i) => {
          const timeMs = epochMs + (i % 2) * DAY_MS;
          const expected = positionOrNull(sets[i >> 1]!, timeMs);
          assert.equal(isKnown === 1, expected !== null);
        });
    }),
  );
});

Deno.test("positionsAt() takes another list each time, and no satellite for another", async () => {
  using propagator = await createBulkPropagator();
  const sets = Array.from({ length: 300 }, (_, i) => ({
    ...terra,
    meanAnomalyDeg: i,
  }));
  const newer = { ...terra, meanMotion: 15 };
  const lists = [
    sets,
    sets.with(200, newer),
    sets.toSpliced(130, 1),
    sets.slice(0, 5),
    [],
    sets,
  ];
  for (const list of lists) {
    const { known } = compare(propagator, list, [epochMs + DAY_MS]);
    assert.equal(known, list.length);
  }
});

Deno.test("positionsAt() gives each its own where several propagators take turns", async () => {
  using a = await createBulkPropagator();
  using b = await createBulkPropagator();
  compare(a, [terra], [epochMs]);
  compare(b, Array(1000).fill(balloon), [epochMs]);
  compare(a, [terra], [epochMs + 1]);
});

sharedDataTest(
  "positionsAt() agrees with each orbit of the whole catalogue",
  async () => {
    using propagator = await createBulkPropagator();
    const { elementSets } = parseTleFile(
      readSharedData("catalog/active_2026-08-22_crlf.3le.gz"),
    );
    assert.equal(elementSets.length, 16_069);
    const noonMs = Date.UTC(2026, 7, 22, 12);
    const timesMs = [noonMs, noonMs + 3 * DAY_MS + 0.25, noonMs + 60 * DAY_MS];
    const { known } = compare(propagator, elementSets, timesMs);
    // Low ones come down within two months.
    assert.ok(known > 47_000 && known < 3 * 16_069, `${known} are known`);
  },
);

sharedDataTest(
  "positionsAt() agrees with the orbits of the verification cases",
  async () => {
    using propagator = await createBulkPropagator();
    const text = readSharedData("sgp4-verification/SGP4-VER.TLE")
      .split(/\r?\n/).filter((line) => /^[12] /.test(line))
      .map((line) => line.slice(0, 69)).join("\n");
    const { elementSets } = parseTleFile(text);
    assert.ok(elementSets.length > 25, `${elementSets.length} sets`);
    for (const set of elementSets) {
      const timesMs = [0, 0.01, 0.3, 1, 2, 30, 100].map((day) =>
        set.epochUs / 1000 + day * DAY_MS
      );
      compare(propagator, [set], timesMs);
    }
  },
);
