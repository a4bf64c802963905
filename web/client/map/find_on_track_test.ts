import assert from "node:assert/strict";
import { findOnTrack } from "./find_on_track.ts";
import type { MapFrame } from "./map_frame.ts";

const world: MapFrame = {
  longitudeDeg: 0,
  latitudeDeg: 0,
  zoom: 1,
  width: 720,
  height: 360,
};
const at = (seconds: number, longitudeDeg: number, latitudeDeg: number) => ({
  timeMs: seconds * 1_000,
  longitudeDeg,
  latitudeDeg,
  altitudeKm: 700 + seconds,
});

Deno.test("findOnTrack() tells when a satellite was at a place between two points", () => {
  const run = [at(0, 0, 0), at(60, 10, 0), at(120, 20, 10)];
  const found = findOnTrack(world, run, { x: 360 + 5, y: 180 + 3 })!;
  assert.equal(found.distancePx, 3);
  assert.deepEqual(found.position, at(15, 2.5, 0));
});

Deno.test("findOnTrack() finds nothing between the two ends of a track that crosses the edge", () => {
  const run = [at(0, 170, 0), at(60, 179, 0), at(120, -172, 0)];
  const middle = findOnTrack(world, run, { x: 360, y: 180 })!;
  assert.ok(middle.distancePx > 300);
  const pacific = { ...world, longitudeDeg: 180 };
  const found = findOnTrack(pacific, run, { x: 360 + 8, y: 180 })!;
  assert.ok(found.distancePx < 1e-9);
  assert.ok(Math.abs(found.position.longitudeDeg + 176) < 1e-9);
});

Deno.test("findOnTrack() finds a track that is wider than half of a map brought close", () => {
  const close = { ...world, longitudeDeg: 10, latitudeDeg: 70, zoom: 32 };
  const run = [at(0, 5, 70), at(60, 15, 70)];
  const found = findOnTrack(close, run, { x: 360, y: 180 })!;
  assert.ok(found.distancePx < 1e-6);
  assert.equal(found.position.timeMs, 30_000);
});

Deno.test("findOnTrack() finds nothing on a single point", () => {
  assert.equal(findOnTrack(world, [at(0, 0, 0)], { x: 360, y: 180 }), null);
});
