import { deepEqual, equal, ok } from "node:assert/strict";
import { placeLabel } from "./place_label.ts";

const bounds = { left: 0, top: 0, right: 200, bottom: 200 };
const size = { width: 40, height: 10 };
const point = { x: 100, y: 100 };
const towards = { x: 1, y: 0 };

Deno.test("placeLabel() lies on the wanted side", () => {
  deepEqual(placeLabel(point, size, { towards, taken: [], bounds }), {
    left: 107,
    top: 95,
    right: 147,
    bottom: 105,
  });
});

Deno.test("placeLabel() turns away from what is taken and from the edge", () => {
  const taken = [{ left: 105, top: 80, right: 200, bottom: 120 }];
  const box = placeLabel(point, size, { towards, taken, bounds })!;
  ok(box.right <= 105 || box.bottom <= 80 || box.top >= 120);
  const edge = { ...point, x: 195 };
  ok(placeLabel(edge, size, { towards, taken: [], bounds })!.right <= 200);
});

Deno.test("placeLabel() gives none where there is no room", () => {
  equal(placeLabel(point, size, { towards, taken: [bounds], bounds }), null);
});
