import { deepEqual } from "node:assert/strict";
import { coveredSpans } from "./covered_spans.ts";

const strip = { fromMs: 0, toMs: 1_000 };
const spans = (gaps: [number, number][], firstMs = -500, lastMs = 900) =>
  coveredSpans({
    noradId: 25994,
    firstMs,
    lastMs,
    gaps: gaps.map(([fromMs, toMs]) => ({ fromMs, toMs })),
  }, { strip, widthPx: 100 });

Deno.test("coveredSpans() leaves out gaps, and what lies beyond the strip", () => {
  deepEqual(spans([]), [[0, 90]]);
  deepEqual(spans([[-400, -300], [200, 400]]), [[0, 20], [40, 90]]);
  deepEqual(spans([], 2_000, 3_000), []);
});

Deno.test("coveredSpans() shows a gap of less than a pixel as one, in its place", () => {
  deepEqual(spans([[497, 503]]), [[0, 49.5], [50.5, 90]]);
});

Deno.test("coveredSpans() shows no gap that is far less than a pixel", () => {
  deepEqual(spans([[500, 502]]), [[0, 90]]);
});

Deno.test("coveredSpans() shows what is shorter than a pixel", () => {
  deepEqual(spans([], 500, 501), [[50, 51]]);
});
