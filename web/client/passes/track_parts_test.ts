import { deepEqual, equal } from "node:assert/strict";
import type { Light, TrackPoint } from "./contract.ts";
import { makePass } from "./testdata/make_pass.ts";
import { pointAt, timeMarks, trackParts } from "./track_parts.ts";

const startMs = Date.parse("2026-08-23T14:00:00Z");

function given(lights: Light[], azimuths: number[] = []): TrackPoint[] {
  return lights.map((light, i) => ({
    time: new Date(startMs + i * 10_000).toISOString(),
    azimuth_deg: azimuths[i] ?? 100,
    elevation_deg: 10 * i,
    range_km: 1_000,
    light,
    source: "recorded",
  }));
}

Deno.test("trackParts() parts a track where the light changes, and joins its parts", () => {
  const track = given(["sunlit", "penumbra", "umbra", "umbra", "sunlit"]);
  const parts = trackParts(track);
  deepEqual(parts.map(({ isLit, points }) => [isLit, points.length]), [
    [true, 3],
    [false, 3],
  ]);
  equal(parts[0]!.points.at(-1), parts[1]!.points[0]);
});

Deno.test("trackParts() parts what was recorded from a gap, where only its ends were", () => {
  const track = given(Array(6).fill("sunlit"));
  track[2]!.source = track[3]!.source = "predicted";
  deepEqual(
    trackParts(track).map(({ source, points }) => [source, points.length]),
    [["recorded", 2], ["predicted", 4], ["recorded", 2]],
  );
  deepEqual(trackParts(track.slice(0, 1)), []);
});

/** Whole degrees and kilometres. */
function roundedAt(track: TrackPoint[], timeMs: number) {
  const point = pointAt(track, timeMs);
  return point && [point.azimuthDeg, point.elevationDeg, point.rangeKm]
    .map(Math.round);
}

Deno.test("pointAt() lies between two points, across north too", () => {
  const track = given(["sunlit", "sunlit", "sunlit"], [350, 10, 20]);
  deepEqual(roundedAt(track, startMs), [350, 0, 1_000]);
  deepEqual(roundedAt(track, startMs + 2_500), [355, 3, 986]);
  deepEqual(roundedAt(track, startMs + 10_000), [10, 10, 1_000]);
  const back = given(["sunlit", "sunlit"], [10, 350]);
  deepEqual(roundedAt(back, startMs + 7_500), [355, 8, 986]);
  equal(pointAt(track, startMs - 1), null);
  equal(pointAt(track, startMs + 20_001), null);
});

Deno.test("pointAt() goes straight over the zenith", () => {
  // 700 km above, 75 km north of it and then 75 km south, and a little east.
  const track = given(["sunlit", "sunlit"], [1, 179]);
  for (const point of track) {
    point.elevation_deg = 83.9;
    point.range_km = 704;
  }
  const { azimuthDeg, elevationDeg, rangeKm } = pointAt(
    track,
    startMs + 5_000,
  )!;
  equal(Math.round(azimuthDeg), 90);
  equal(elevationDeg > 89.8, true, String(elevationDeg));
  equal(Math.round(rangeKm), 700);
});

Deno.test("timeMarks() are whole minutes within the pass, and few", () => {
  const marks = timeMarks(makePass());
  equal(marks.length, 9);
  equal(marks[0], startMs + 60_000);
  for (const hours of [2, 30, 24 * 40]) {
    const los = {
      ...makePass().los,
      time: new Date(startMs + hours * 3_600_000).toISOString(),
    };
    const { length } = timeMarks(makePass({ los }));
    equal(length >= 5 && length <= 12, true, `${hours} h: ${length}`);
  }
});
