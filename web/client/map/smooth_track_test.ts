import assert from "node:assert/strict";
import { findBundled } from "../../../tle/bundled_elements.ts";
import { groundDistanceKm } from "../../../tle/ground_distance.ts";
import { createOrbit } from "../../../tle/orbit.ts";
import { smoothTrack } from "./smooth_track.ts";

const orbit = createOrbit(findBundled("TERRA")!);
const START_MS = Date.parse("2026-08-22T14:00:00Z");
const MINUTE_MS = 60_000;

const at = (timeMs: number) => ({ timeMs, ...orbit.positionAt(timeMs) });

function trackOf(minutes: number, count: number) {
  return Array.from(
    { length: count },
    (_, i) => at(START_MS + i * minutes * MINUTE_MS),
  );
}

Deno.test("smoothTrack() goes where the satellite went, also between points far apart", () => {
  for (const [minutes, mostKm] of [[3, 1], [10, 6], [30, 40]] as const) {
    const smooth = smoothTrack(trackOf(minutes, 12));
    assert.equal(smooth.length, 11 * minutes + 1);
    for (const position of smooth) {
      const offKm = groundDistanceKm(position, at(position.timeMs));
      assert.ok(offKm < mostKm, `${minutes} min: off by ${offKm} km`);
    }
  }
});

Deno.test("smoothTrack() leaves what is close as it is, and a point alone", () => {
  const track = trackOf(1, 50);
  assert.deepEqual(smoothTrack(track), track);
  assert.deepEqual(smoothTrack(track.slice(0, 1)), track.slice(0, 1));
  assert.deepEqual(smoothTrack([]), []);
});

Deno.test("smoothTrack() has times in order, and the points that it was given", () => {
  const track = trackOf(7, 20);
  const smooth = smoothTrack(track);
  const times = smooth.map(({ timeMs }) => timeMs);
  assert.deepEqual(times, times.toSorted((a, b) => a - b));
  for (const position of track) assert.ok(smooth.includes(position));
});
