import { deepEqual, equal, ok } from "node:assert/strict";
import fc from "fast-check";
import { splitAtAntimeridian } from "./split_at_antimeridian.ts";

const point = (longitudeDeg: number, latitudeDeg: number) => ({
  longitudeDeg,
  latitudeDeg,
});

Deno.test("splitAtAntimeridian() leaves a track that does not cross as it is", () => {
  const track = [point(-10, 0), point(0, 5), point(100, 10)];
  deepEqual(splitAtAntimeridian(track), [track]);
  deepEqual(splitAtAntimeridian([]), []);
});

Deno.test("splitAtAntimeridian() lets both lines reach the edge eastward", () => {
  deepEqual(splitAtAntimeridian([point(170, 10), point(-170, 20)]), [
    [point(170, 10), point(180, 15)],
    [point(-180, 15), point(-170, 20)],
  ]);
});

Deno.test("splitAtAntimeridian() lets both lines reach the edge westward", () => {
  deepEqual(splitAtAntimeridian([point(-175, 0), point(170, 30)]), [
    [point(-175, 0), point(-180, 10)],
    [point(180, 10), point(170, 30)],
  ]);
});

Deno.test("splitAtAntimeridian() copes with points on the edge itself", () => {
  deepEqual(splitAtAntimeridian([point(180, 10), point(-180, 10)]), [
    [point(180, 10), point(180, 10)],
    [point(-180, 10), point(-180, 10)],
  ]);
});

Deno.test("splitAtAntimeridian() never joins points more than half the Earth apart", () => {
  const points = fc.array(
    fc.record({
      longitudeDeg: fc.integer({ min: -180, max: 180 }),
      latitudeDeg: fc.integer({ min: -90, max: 90 }),
    }),
  );
  fc.assert(fc.property(points, (points) => {
    const lines = splitAtAntimeridian(points);
    for (const line of lines) {
      for (const [i, { longitudeDeg, latitudeDeg }] of line.entries()) {
        ok(Math.abs(longitudeDeg) <= 180 && Math.abs(latitudeDeg) <= 90);
        if (i === 0) continue;
        ok(Math.abs(longitudeDeg - line[i - 1]!.longitudeDeg) <= 180);
      }
    }
    const added = Math.max(0, lines.length - 1) * 2;
    equal(lines.flat().length, points.length + added);
  }));
});
