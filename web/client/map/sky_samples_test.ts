import assert from "node:assert/strict";
import { bundledElementSets } from "../../../tle/bundled_elements.ts";
import { createOrbit } from "../../../tle/orbit.ts";
import { SkySamples } from "./sky_samples.ts";

const MINUTE_MS = 60_000;
const NOW_MS = Date.UTC(2026, 7, 23, 12);
const orbit = createOrbit(bundledElementSets[0]!);
const TERRA = 25994;

/** TERRA, each minute up to now. */
function given(count = 6): SkySamples {
  const sky = new SkySamples();
  for (let i = count - 1; i >= 0; i--) {
    const timeMs = NOW_MS - i * MINUTE_MS;
    sky.add(TERRA, timeMs, orbit.positionAt(timeMs));
  }
  return sky;
}

function metresOff(sky: SkySamples, timeMs: number): number {
  const found = sky.at(TERRA, timeMs)!;
  const truth = orbit.positionAt(timeMs);
  const perDegree = 111_200;
  const shrink = Math.cos(truth.latitudeDeg * Math.PI / 180);
  return Math.hypot(
    (found.latitudeDeg - truth.latitudeDeg) * perDegree,
    (found.longitudeDeg - truth.longitudeDeg) * perDegree * shrink,
    (found.altitudeKm - truth.altitudeKm) * 1_000,
  );
}

Deno.test("SkySamples moves a satellite between its samples, and for a minute and a half after", () => {
  const sky = given();
  assert.ok(metresOff(sky, NOW_MS - 30_000) < 25);
  assert.ok(metresOff(sky, NOW_MS + 30_000) < 25);
  assert.ok(metresOff(sky, NOW_MS + 90_000) < 25);
  assert.equal(sky.at(TERRA, NOW_MS + 60_000)!.isOld, false);
});

Deno.test("SkySamples leaves one that is silent where it was last, and tells so", () => {
  const sky = given();
  const later = sky.at(TERRA, NOW_MS + 300_000)!;
  assert.equal(later.isOld, true);
  assert.equal(later.sampleMs, NOW_MS);
  const last = sky.at(TERRA, NOW_MS + 90_000)!;
  assert.equal(later.longitudeDeg, last.longitudeDeg);
  assert.equal(sky.at(TERRA, NOW_MS + 900_000), null);
  assert.equal(sky.at(7, NOW_MS), null);
});

Deno.test("SkySamples keeps the last samples, some seconds apart", () => {
  const sky = given(20);
  for (let s = 1; s < 30; s++) {
    const timeMs = NOW_MS + s * 1_000;
    sky.add(TERRA, timeMs, orbit.positionAt(timeMs));
  }
  assert.equal(sky.at(TERRA, NOW_MS + 30_000)!.sampleMs, NOW_MS + 20_000);
  assert.equal(sky.at(TERRA, NOW_MS - 5 * MINUTE_MS), null);
});

Deno.test("SkySamples begins anew after a gap, and does not move a single sample", () => {
  const sky = given();
  const timeMs = NOW_MS + 3_600_000;
  const there = { latitudeDeg: 50, longitudeDeg: 170, altitudeKm: 700 };
  sky.add(TERRA, timeMs, there);
  const found = sky.at(TERRA, timeMs + 60_000)!;
  assert.ok(Math.abs(found.latitudeDeg - 50) < 0.01);
  assert.ok(Math.abs(found.longitudeDeg - 170) < 1e-9);
  assert.ok(Math.abs(found.altitudeKm - 700) < 0.1);
});

Deno.test("SkySamples holds very many", () => {
  const sky = new SkySamples();
  const place = orbit.positionAt(NOW_MS);
  for (let id = 1; id <= 1_000; id++) sky.add(id, NOW_MS, place);
  const seen: number[] = [];
  sky.forEachAt(NOW_MS, ({ noradId }) => seen.push(noradId));
  assert.deepEqual(seen, Array.from({ length: 1_000 }, (_, i) => i + 1));
});
