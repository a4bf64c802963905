import { deepEqual } from "node:assert/strict";
import type { TimeRange } from "../feed/position_window.ts";
import { breakAtGaps } from "./break_at_gaps.ts";

const runs = (times: number[], gaps: TimeRange[], maxStepMs = 1_000) =>
  breakAtGaps(
    times.map((timeMs) => ({
      timeMs,
      longitudeDeg: 0,
      latitudeDeg: 0,
      altitudeKm: 700,
    })),
    gaps,
    { maxStepMs },
  ).map((run) => run.map((position) => position.timeMs));

Deno.test("breakAtGaps() keeps a line without gaps whole", () => {
  deepEqual(runs([0, 10, 20], []), [[0, 10, 20]]);
  deepEqual(runs([], []), []);
});

Deno.test("breakAtGaps() lifts the pen at a gap", () => {
  deepEqual(runs([0, 10, 40, 50], [{ fromMs: 10, toMs: 40 }]), [
    [0, 10],
    [40, 50],
  ]);
});

Deno.test("breakAtGaps() adds up short gaps between the same neighbours", () => {
  const gaps = [{ fromMs: 1, toMs: 4 }, { fromMs: 5, toMs: 9 }];
  deepEqual(runs([0, 10, 20], gaps), [[0], [10, 20]]);
});

Deno.test("breakAtGaps() does not blow up a gap shorter than half a step", () => {
  deepEqual(runs([0, 100, 200], [{ fromMs: 110, toMs: 120 }]), [[0, 100, 200]]);
});

Deno.test("breakAtGaps() never joins what lies too far apart", () => {
  deepEqual(runs([0, 10, 50], [], 25), [[0, 10], [50]]);
});
