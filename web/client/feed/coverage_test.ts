import { deepEqual } from "node:assert/strict";
import { continueCoverage, findNearest, recordedParts } from "./coverage.ts";

const coverage = {
  noradId: 25994,
  firstMs: 100,
  lastMs: 900,
  gaps: [{ fromMs: 200, toMs: 300 }, { fromMs: 500, toMs: 600 }],
};

Deno.test("recordedParts() lie between the gaps", () => {
  deepEqual(recordedParts(coverage), [
    { fromMs: 100, toMs: 200 },
    { fromMs: 300, toMs: 500 },
    { fromMs: 600, toMs: 900 },
  ]);
});

Deno.test("continueCoverage() adds what has come since, and its gaps", () => {
  const gaps = [{ fromMs: 500, toMs: 600 }, { fromMs: 950, toMs: 1_000 }];
  deepEqual(continueCoverage(coverage, { gaps, latestMs: 1_100 }), {
    ...coverage,
    lastMs: 1_100,
    gaps: [...coverage.gaps, { fromMs: 950, toMs: 1_000 }],
  });
  deepEqual(continueCoverage(coverage, { gaps, latestMs: 800 }), coverage);
});

Deno.test("findNearest() tells what is recorded before a range and after it, of any satellite", () => {
  const nearest = (fromMs: number, toMs: number) =>
    findNearest([coverage, {
      ...coverage,
      firstMs: 1_000,
      lastMs: 1_200,
      gaps: [],
    }], {
      fromMs,
      toMs,
    });
  deepEqual(nearest(501, 600), { beforeMs: 500, afterMs: 600 });
  deepEqual(nearest(0, 50), { beforeMs: null, afterMs: 100 });
  deepEqual(nearest(910, 950), { beforeMs: 900, afterMs: 1_000 });
  deepEqual(nearest(1_300, 1_400), { beforeMs: 1_200, afterMs: null });
  deepEqual(findNearest([], coverageRange), { beforeMs: null, afterMs: null });
});

const coverageRange = { fromMs: 0, toMs: 1 };
