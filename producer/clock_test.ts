import assert from "node:assert/strict";
import { systemClock } from "./clock.ts";

const never = new AbortController().signal;

Deno.test("sleepUntil() lets timers that are due go first, even for a time past", async () => {
  const order: string[] = [];
  setTimeout(() => order.push("timer"), 0);
  await systemClock.sleepUntil(systemClock.nowMs() - 1000, never);
  order.push("sleeper");
  assert.deepEqual(order, ["timer", "sleeper"]);
});

Deno.test("sleepUntil() naps a second at most, as the clock may be set", async () => {
  const startMs = performance.now();
  await systemClock.sleepUntil(systemClock.nowMs() + 3_600_000, never);
  const sleptMs = performance.now() - startMs;
  assert.ok(sleptMs > 900 && sleptMs < 1900, `slept ${sleptMs} ms`);
});

Deno.test("sleepUntil() ends with the signal, and leaves no timer", async () => {
  const stop = new AbortController();
  const startMs = performance.now();
  const sleep = systemClock.sleepUntil(systemClock.nowMs() + 900, stop.signal);
  stop.abort();
  await sleep;
  await systemClock.sleepUntil(systemClock.nowMs() + 900, stop.signal);
  const sleptMs = performance.now() - startMs;
  assert.ok(sleptMs < 800, `slept ${sleptMs} ms`);
});
