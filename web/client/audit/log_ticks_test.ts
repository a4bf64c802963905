import { deepEqual } from "node:assert/strict";
import { logBounds, logTicks } from "./log_ticks.ts";

Deno.test("logBounds() are the powers of ten around all that can be drawn", () => {
  deepEqual(logBounds([0.02, 3, 170]), { min: -2, max: 3 });
  deepEqual(logBounds([1]), { min: 0, max: 1 });
  deepEqual(logBounds([0]), { min: -2, max: 2 });
});

Deno.test("logTicks() names powers of ten, as many as there is room for", () => {
  const labels = (maxCount: number) =>
    logTicks({ min: -3, max: 3 }, maxCount).map(({ label }) => label);
  deepEqual(labels(7), ["0.001", "0.01", "0.1", "1", "10", "100", "1,000"]);
  deepEqual(labels(4), ["0.001", "0.1", "10", "1,000"]);
});
