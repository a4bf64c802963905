import assert from "node:assert/strict";
import fc from "fast-check";
import { formatInstant } from "../../shared/instant.ts";
import { LONGEST_INSTANT, writeInstant } from "./write_instant.ts";

const bytes = new Uint8Array(1 + LONGEST_INSTANT);
const view = new DataView(bytes.buffer);

function written(timeMs: number): string {
  const end = writeInstant(view, 1, timeMs);
  return new TextDecoder().decode(bytes.subarray(1, end));
}

Deno.test("writeInstant() writes what formatInstant() does, in any order", () => {
  const END_MS = Date.UTC(2100, 0, 1);
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: END_MS - 1 }), { minLength: 1 }),
      (instants) => {
        for (const timeMs of instants) {
          assert.equal(written(timeMs), formatInstant(timeMs));
        }
      },
    ),
    { numRuns: 2_000 },
  );
});

Deno.test("writeInstant() goes on from one day to the next, and back", () => {
  const midnight = Date.UTC(2028, 1, 29);
  for (const ms of [-1, 0, 1, 86_399_999, 86_400_000, 86_399_999, -1]) {
    assert.equal(written(midnight + ms), formatInstant(midnight + ms));
  }
});

Deno.test("writeInstant() writes years before 1970 and after 9999 too", () => {
  for (const timeMs of [-1, Date.UTC(12_026, 7, 21, 10), 8.64e15]) {
    assert.equal(written(timeMs), formatInstant(timeMs));
  }
});
