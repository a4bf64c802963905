import assert from "node:assert/strict";
import { dopplerHz } from "./doppler.ts";

Deno.test("dopplerHz() raises the frequency of what comes nearer", () => {
  // 437 MHz at 6 km/s: v/c is 20.0138 millionths.
  assert.ok(Math.abs(dopplerHz(-6, 437) - 8746.05) < 0.01);
  assert.ok(Math.abs(dopplerHz(6, 437) + 8746.05) < 0.01);
  assert.equal(Math.abs(dopplerHz(0, 437)), 0);
});
