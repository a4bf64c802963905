import { equal } from "node:assert/strict";
import fc from "fast-check";
import { nearestInTime } from "./nearest_in_time.ts";

Deno.test("nearestInTime() finds what a look at each would find", () => {
  const times = fc.uniqueArray(fc.nat(200), { maxLength: 30 });
  fc.assert(fc.property(times, fc.nat(200), fc.nat(50), (times, at, within) => {
    const sorted = times.toSorted((a, b) => a - b).map((timeMs) => ({
      timeMs,
    }));
    const distances = times.map((timeMs) => Math.abs(timeMs - at));
    const least = Math.min(...distances);
    const found = nearestInTime(sorted, at, within);
    equal(
      found && Math.abs(found.timeMs - at),
      least <= within ? least : null,
    );
  }));
});
