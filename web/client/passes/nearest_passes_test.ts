import { deepEqual } from "node:assert/strict";
import { nearestPasses } from "./nearest_passes.ts";
import { makePass } from "./testdata/make_pass.ts";

const startMs = Date.UTC(2026, 7, 23);
const hourMs = 3_600_000;

function nearest(count: number, hour: number): number[] {
  const passes = Array.from({ length: count }, (_, i) => {
    const { los } = makePass();
    const time = new Date(startMs + i * hourMs).toISOString();
    return makePass({ orbit_number: i, los: { ...los, time } });
  });
  return nearestPasses(passes, startMs + hour * hourMs)
    .map(({ orbit_number }) => orbit_number!);
}

Deno.test("nearestPasses() are two that were and four that come", () => {
  deepEqual(nearest(12, 5), [3, 4, 5, 6, 7, 8]);
  deepEqual(nearest(12, 5.1), [4, 5, 6, 7, 8, 9]);
});

Deno.test("nearestPasses() are more of the others where some are few", () => {
  deepEqual(nearest(12, 0), [0, 1, 2, 3, 4, 5]);
  deepEqual(nearest(12, 10.5), [6, 7, 8, 9, 10, 11]);
  deepEqual(nearest(12, 20), [6, 7, 8, 9, 10, 11]);
  deepEqual(nearest(3, 1), [0, 1, 2]);
  deepEqual(nearest(0, 1), []);
});

Deno.test("nearestPasses() have the next pass of each satellite, however late it comes", () => {
  // One of each letter an hour.
  const nearestOf = (satellites: string, hour: number) => {
    const { los } = makePass();
    const passes = [...satellites].map((letter, i) => {
      const time = new Date(startMs + i * hourMs).toISOString();
      return makePass({
        norad_id: letter.charCodeAt(0),
        orbit_number: i,
        los: { ...los, time },
      });
    });
    return nearestPasses(passes, startMs + hour * hourMs)
      .map(({ orbit_number }) => orbit_number!);
  };
  deepEqual(nearestOf("aaaaaaaaabac", 3), [1, 2, 3, 4, 9, 11]);
  deepEqual(nearestOf("aaabbbcdefgh", 3), [3, 6, 7, 8, 9, 10]);
  deepEqual(nearestOf("aaabbbcdef", 3), [2, 3, 6, 7, 8, 9]);
  deepEqual(nearestOf("aaaabc", 4), [0, 1, 2, 3, 4, 5]);
});
