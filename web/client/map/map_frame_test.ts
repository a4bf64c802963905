import assert from "node:assert/strict";
import fc from "fast-check";
import {
  clampCamera,
  type MapFrame,
  panBy,
  pointOf,
  zoomAt,
} from "./map_frame.ts";

const world: MapFrame = {
  longitudeDeg: 0,
  latitudeDeg: 0,
  zoom: 1,
  width: 720,
  height: 360,
};

const frames = fc.record({
  longitudeDeg: fc.integer({ min: -180, max: 179 }),
  latitudeDeg: fc.integer({ min: -90, max: 90 }),
  zoom: fc.integer({ min: 1, max: 32 }),
}).map((camera) => ({ ...world, ...camera }))
  .map((frame) => ({ ...frame, ...clampCamera(frame) }));

Deno.test("pointOf() has the whole world on the map, north up and east right", () => {
  const point = (longitudeDeg: number, latitudeDeg: number) =>
    pointOf(world, { longitudeDeg, latitudeDeg });
  assert.deepEqual(point(0, 0), { x: 360, y: 180 });
  assert.deepEqual(point(-180, 90), { x: 0, y: 0 });
  assert.deepEqual(point(90, -45), { x: 540, y: 270 });
});

Deno.test("pointOf() goes on across the antimeridian where that is in the middle", () => {
  const pacific = { ...world, longitudeDeg: 170 };
  const point = (longitudeDeg: number) =>
    pointOf(pacific, { longitudeDeg, latitudeDeg: 0 }).x;
  assert.deepEqual([point(170), point(179), point(-179)], [360, 378, 382]);
  assert.deepEqual([point(-11), point(-9)], [718, 2]);
});

Deno.test("zoomAt() leaves what is at the point where it is", () => {
  const near = { longitudeDeg: 30, latitudeDeg: 40 };
  const before = pointOf(world, near);
  const after = pointOf({ ...world, ...zoomAt(world, 4, before) }, near);
  assert.ok(Math.hypot(after.x - before.x, after.y - before.y) < 1e-9);
});

Deno.test("zoomAt() and panBy() never show what lies beyond the poles", () => {
  fc.assert(fc.property(
    frames,
    fc.double({ min: 0.1, max: 50, noNaN: true }),
    fc.integer({ min: -2_000, max: 2_000 }),
    (frame, factor, y) => {
      for (
        const camera of [
          zoomAt(frame, factor, { x: 300, y: 50 }),
          panBy(frame, { x: 5 * y, y }),
        ]
      ) {
        const moved = { ...frame, ...camera };
        const place = { longitudeDeg: 0, latitudeDeg: 90 };
        assert.ok(pointOf(moved, place).y < 1e-6);
        assert.ok(
          pointOf(moved, { ...place, latitudeDeg: -90 }).y > 360 - 1e-6,
        );
        assert.ok(moved.zoom >= 1 && moved.zoom <= 32);
        assert.ok(moved.longitudeDeg >= -180 && moved.longitudeDeg < 180);
      }
    },
  ));
});

Deno.test("panBy() there and back is where it was", () => {
  const frame = { ...world, zoom: 3, latitudeDeg: 10 };
  const there = { ...frame, ...panBy(frame, { x: 1_000, y: -20 }) };
  const back = panBy(there, { x: -1_000, y: 20 });
  assert.ok(Math.abs(back.longitudeDeg) < 1e-9);
  assert.ok(Math.abs(back.latitudeDeg - 10) < 1e-9);
});
