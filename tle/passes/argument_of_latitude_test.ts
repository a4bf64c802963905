import assert from "node:assert/strict";
import { bundledElementSets, findBundled } from "../bundled_elements.ts";
import type { ElementSet } from "../element_set.ts";
import { findOrbitNodes } from "../nodes/find_orbit_nodes.ts";
import { createOrbit } from "../orbit.ts";
import { ecefStateAt } from "../testdata/ecef_state_at.ts";
import { argumentOfLatitude } from "./argument_of_latitude.ts";

const DAY_MS = 86_400_000;
const terra = findBundled("TERRA")!;
const epochMs = terra.epochUs / 1000;

const circular: ElementSet = {
  ...terra,
  eccentricity: 0,
  argumentOfPericenterDeg: 0,
  bstar: 0,
  meanMotionDot: 0,
};
const geostationary: ElementSet = {
  ...circular,
  meanMotion: 1.00271,
  inclinationDeg: 0.03,
  rightAscensionDeg: 40,
  argumentOfPericenterDeg: 70,
};

function at(set: ElementSet, timeMs: number): number {
  return argumentOfLatitude(
    ecefStateAt(createOrbit(set), timeMs),
    timeMs,
    set,
  );
}

Deno.test("argumentOfLatitude() is a whole turn at the ascending node, and a half at the other", () => {
  for (const set of [...bundledElementSets, { ...terra, inclinationDeg: 90 }]) {
    const range = { fromMs: epochMs, toMs: epochMs + DAY_MS };
    const nodes = findOrbitNodes(createOrbit(set), range);
    assert.ok(nodes.length > 20);
    for (const { node, timeMs } of nodes) {
      const off = at(set, timeMs) - (node === "ascending" ? 0 : 0.5);
      assert.ok(Math.abs(off - Math.round(off)) < 1e-6, `${node} ${off}`);
    }
  }
});

Deno.test("argumentOfLatitude() is the mean one of a circular orbit, polar, retrograde or of low inclination", () => {
  for (const inclinationDeg of [0.2, 5, 51.6, 90, 98.2, 144, 179.8]) {
    for (const meanAnomalyDeg of [0, 45, 90, 200, 270, 359]) {
      const set = { ...circular, inclinationDeg, meanAnomalyDeg };
      const off = at(set, epochMs) - meanAnomalyDeg / 360;
      // Mean elements are some kilometres from where the satellite is, and a
      // node near the equator is moved by them most.
      const most = inclinationDeg < 1 || inclinationDeg > 179 ? 0.03 : 0.001;
      assert.ok(Math.abs(off - Math.round(off)) < most, `${off}`);
    }
  }
});

Deno.test("argumentOfLatitude() of an orbit in the equator's plane is that of its element set", () => {
  for (const inclinationDeg of [0, 0.03, 179.99, 180]) {
    for (const meanAnomalyDeg of [0, 100, 289.9]) {
      const set = { ...geostationary, inclinationDeg, meanAnomalyDeg };
      const off = at(set, epochMs) - (70 + meanAnomalyDeg) / 360;
      assert.ok(Math.abs(off - Math.round(off)) < 1e-3, `${off}`);
    }
  }
});
