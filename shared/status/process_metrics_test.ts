import assert from "node:assert/strict";
import { processMetrics } from "./process_metrics.ts";

Deno.test("processMetrics() tells numbers that can be true", () => {
  const values = Object.fromEntries(
    processMetrics().map(({ name, samples }) => [name, samples[0]!.value]),
  );
  assert.ok(values["process_cpu_seconds_total"]! > 0.01);
  assert.ok(values["process_resident_memory_bytes"]! > 10_000_000);
  const startedS = values["process_start_time_seconds"]!;
  const agoS = Date.now() / 1000 - startedS;
  assert.ok(agoS >= 0 && agoS < 600, `${agoS} s`);
});
