import assert from "node:assert/strict";
import { createOrbit } from "./orbit.ts";
import { parseTle } from "./formats/parse_tle.ts";
import { PropagationError } from "./propagation_error.ts";
import { distanceKm } from "./testdata/distance.ts";
import excerpt from "./testdata/positions_excerpt.json" with { type: "json" };
import { readSharedData, sharedDataTest } from "./testdata/shared_data.ts";

interface Reference {
  satellites: {
    tle1: string;
    tle2: string;
    points: {
      t: string;
      temeKm: number[];
      geodetic: { lat: number; lon: number; altKm: number };
    }[];
  }[];
}

/** What rounding the reference to 1e-6 km and 1e-7 degrees leaves. */
const TEME_BOUND_KM = 1e-6;
const GEODETIC_BOUND_KM = 10e-6;

/** Largest distances to python-sgp4 (TEME) and python-skyfield (geodetic). */
function compare(reference: Reference) {
  let points = 0;
  let temeKm = 0;
  let geodeticKm = 0;
  for (const { tle1, tle2, points: expected } of reference.satellites) {
    const orbit = createOrbit(parseTle(tle1, tle2));
    for (const { t, temeKm: [x, y, z], geodetic } of expected) {
      points++;
      const timeMs = Date.parse(t);
      const { positionKm } = orbit.temeAt(timeMs);
      temeKm = Math.max(
        temeKm,
        Math.hypot(positionKm.x - x!, positionKm.y - y!, positionKm.z - z!),
      );
      geodeticKm = Math.max(
        geodeticKm,
        distanceKm(orbit.positionAt(timeMs), {
          latitudeDeg: geodetic.lat,
          longitudeDeg: geodetic.lon,
          altitudeKm: geodetic.altKm,
        }),
      );
    }
  }
  return { points, temeKm, geodeticKm };
}

Deno.test("createOrbit() agrees with the reference positions, excerpt", () => {
  const { points, temeKm, geodeticKm } = compare(excerpt);
  assert.equal(points, 20);
  assert.ok(temeKm < TEME_BOUND_KM, `TEME off by ${temeKm} km`);
  assert.ok(geodeticKm < GEODETIC_BOUND_KM, `geodetic off by ${geodeticKm} km`);
});

sharedDataTest("createOrbit() agrees with all reference positions", () => {
  const { points, temeKm, geodeticKm } = compare(
    JSON.parse(readSharedData("reference/positions.json")),
  );

  assert.equal(points, 400);
  assert.ok(temeKm < TEME_BOUND_KM, `TEME off by ${temeKm} km`);
  assert.ok(geodeticKm < GEODETIC_BOUND_KM, `geodetic off by ${geodeticKm} km`);
});

sharedDataTest(
  "createOrbit() gives no position for real satellites once they are down",
  () => {
    const cases = readSharedData("reference/malformed_elements.jsonl").trim()
      .split("\n").map((json) => JSON.parse(json));
    // Days after the epoch, at which SGP4 fails or gives what looks like an orbit.
    const days = { "decays-in-propagation": [44, 45], reentry: [30, 265] };
    for (const [name, [first, second]] of Object.entries(days)) {
      const { lines } = cases.find((one) => one.case === name);
      const orbit = createOrbit(parseTle(lines[0], lines[1]));
      const epochMs = orbit.elementSet.epochUs / 1000;
      assert.ok(orbit.positionAt(epochMs).altitudeKm > 100);
      for (const day of [first!, second!]) {
        assert.throws(
          () => orbit.temeAt(epochMs + day * 86_400_000),
          PropagationError,
          `${name}, day ${day}`,
        );
      }
    }
  },
);
