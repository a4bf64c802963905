import { equal } from "node:assert/strict";
import { haveMoved } from "./have_moved.ts";

Deno.test("haveMoved() tells of one time that has moved far enough, either way", () => {
  equal(haveMoved([10, 20], [10, 20], 5), false);
  equal(haveMoved([14, 16], [10, 20], 5), false);
  equal(haveMoved([10, 25], [10, 20], 5), true);
  equal(haveMoved([5, 20], [10, 20], 5), true);
});

Deno.test("haveMoved() tells of times that have come or gone", () => {
  equal(haveMoved([10], [10, 20], 5), true);
  equal(haveMoved([10, 20], [10], 5), true);
  equal(haveMoved([10], [], 5), true);
});
