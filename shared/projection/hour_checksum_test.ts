import assert from "node:assert/strict";
import { hourChecksum } from "./hour_checksum.ts";
import { createHour } from "./hour_columns.ts";
import { HOUR } from "./testdata/memory_projection.ts";

/** The checksum of one position of these values. */
function checksumOf(values: readonly number[]): string {
  const hour = createHour(1);
  Object.values(hour).forEach((column, i) => column[0] = values[i]!);
  // Of set 1 and 2; there is no set 0.
  return hourChecksum(hour, (ref) => [null, "0a", "0b"][ref]!);
}

Deno.test("hourChecksum() tells any value from any other", () => {
  const values = [HOUR, 1, 2, 3, 0, 1, 0, 5, 6];
  const others = [
    ...values.map((value, i) => values.with(i, value + 1)),
    ...[1, 2, 3, 8].map((i) => values.with(i, -values[i]!)),
    values.with(1, 2).with(2, 1),
    values.with(5, 0),
    // Beyond 32 bits, where altitudes and offsets may be.
    values.with(3, 3 + 2 ** 32),
    values.with(7, 5 + 2 ** 40),
  ];
  const checksums = [values, ...others].map(checksumOf);
  assert.equal(new Set(checksums).size, others.length + 1);
  assert.equal(checksumOf(values), checksums[0]);
});
