import { deepEqual } from "node:assert/strict";
import { addGap, clipGaps, cutGaps, replaceGaps } from "./gap_list.ts";

const gap = (fromMs: number, toMs: number) => ({ fromMs, toMs });

Deno.test("cutGaps() takes a range out, splitting a gap around it", () => {
  deepEqual(cutGaps([gap(0, 10), gap(20, 30)], gap(4, 25)), [
    gap(0, 4),
    gap(25, 30),
  ]);
  deepEqual(cutGaps([gap(0, 10)], gap(3, 6)), [gap(0, 3), gap(6, 10)]);
});

Deno.test("addGap() joins what touches and keeps the order", () => {
  deepEqual(addGap([gap(20, 30)], gap(0, 10)), [gap(0, 10), gap(20, 30)]);
  deepEqual(addGap([gap(0, 10), gap(20, 30)], gap(10, 20)), [gap(0, 30)]);
});

Deno.test("replaceGaps() leaves what lies outside the range read again", () => {
  deepEqual(replaceGaps([gap(0, 100)], gap(40, 60), [gap(50, 55)]), [
    gap(0, 40),
    gap(50, 55),
    gap(60, 100),
  ]);
});

Deno.test("clipGaps() leaves out what lies outside", () => {
  deepEqual(clipGaps([gap(0, 10), gap(20, 30)], gap(25, 40)), [gap(25, 30)]);
});
