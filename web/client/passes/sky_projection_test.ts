import { ok } from "node:assert/strict";
import { type PlotPlace, projectDirection } from "./sky_projection.ts";

function isAt({ x, y }: PlotPlace, [wantedX, wantedY]: [number, number]) {
  ok(Math.hypot(x - wantedX, y - wantedY) < 1e-12, `${x} ${y}`);
}

Deno.test("projectDirection() has north up and east on the right as on a map", () => {
  const at = (azimuthDeg: number, elevationDeg = 0) =>
    projectDirection({ azimuthDeg, elevationDeg }, "map");
  isAt(at(0), [0, -1]);
  isAt(at(90), [1, 0]);
  isAt(at(180), [0, 1]);
  isAt(at(270), [-1, 0]);
});

Deno.test("projectDirection() has east on the left as in the sky, and north still up", () => {
  const at = (azimuthDeg: number) =>
    projectDirection({ azimuthDeg, elevationDeg: 0 }, "sky");
  isAt(at(0), [0, -1]);
  isAt(at(90), [-1, 0]);
  isAt(at(45), [-Math.SQRT1_2, -Math.SQRT1_2]);
});

Deno.test("projectDirection() goes evenly from the zenith to the horizon", () => {
  const at = (elevationDeg: number) =>
    projectDirection({ azimuthDeg: 90, elevationDeg }, "map");
  isAt(at(90), [0, 0]);
  isAt(at(45), [0.5, 0]);
  isAt(at(10), [8 / 9, 0]);
});
