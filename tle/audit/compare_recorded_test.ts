import assert from "node:assert/strict";
import { createOrbit } from "../orbit.ts";
import { parseTle } from "../formats/parse_tle.ts";
import { TERRA_LINE_1, TERRA_LINE_2 } from "../testdata/terra_tle.ts";
import { compareRecorded } from "./compare_recorded.ts";

const orbit = createOrbit(parseTle(TERRA_LINE_1, TERRA_LINE_2));
const epochMs = orbit.elementSet.epochUs / 1000;
const MINUTE_MS = 60_000;

Deno.test("compareRecorded() finds nothing where the same set gave the position", () => {
  for (let minutes = -300; minutes < 300; minutes += 7) {
    const timeMs = epochMs + minutes * MINUTE_MS;
    const difference = compareRecorded(
      orbit,
      timeMs,
      orbit.positionAt(timeMs),
    );
    for (const [what, value] of Object.entries(difference)) {
      assert.ok(Math.abs(value) < 1e-6, `${what}, ${minutes}: ${value}`);
    }
  }
});

Deno.test("compareRecorded() takes the Earth's turning into account: recorded 2 s early is 2 s later", () => {
  for (const minutes of [0, 25, 50, 75]) {
    const timeMs = epochMs + minutes * MINUTE_MS;
    // The inertial position of two seconds on, told in the Earth of now.
    const ahead = createOrbit({
      ...orbit.elementSet,
      epochUs: orbit.elementSet.epochUs - 2_000_000,
    });
    const { laterS, radialKm, crossTrackKm } = compareRecorded(
      orbit,
      timeMs,
      ahead.positionAt(timeMs),
    );
    assert.ok(Math.abs(laterS - 2) < 1e-3, String(laterS));
    assert.ok(Math.abs(radialKm) < 0.05, String(radialKm));
    assert.ok(Math.abs(crossTrackKm) < 0.001, String(crossTrackKm));
  }
});

Deno.test("compareRecorded() tells a recorded altitude that is too high as radial", () => {
  const position = orbit.positionAt(epochMs);
  const { radialKm, laterS } = compareRecorded(orbit, epochMs, {
    ...position,
    altitudeKm: position.altitudeKm + 5,
  });
  assert.ok(Math.abs(radialKm - 5) < 0.001, String(radialKm));
  // What is above the ellipsoid is not quite above the centre.
  assert.ok(Math.abs(laterS) < 0.003, String(laterS));
});
