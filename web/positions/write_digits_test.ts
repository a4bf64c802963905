import assert from "node:assert/strict";
import fc from "fast-check";
import {
  LONGEST_NUMBER,
  RisingWriter,
  writeMillionths,
  writeTenThousandths,
  writeThree,
  writeTwo,
  writeWhole,
} from "./write_digits.ts";

type Write = (view: DataView, at: number, value: number) => number;

const bytes = new Uint8Array(3 + LONGEST_NUMBER);
const view = new DataView(bytes.buffer);

/** What is written, at a place that is no whole word. */
function written(write: Write, value: number): string {
  bytes.fill(0);
  return new TextDecoder().decode(bytes.subarray(3, write(view, 3, value)));
}

/** Numbers at which the count of digits, or of zeros, changes. */
const edges = Array.from({ length: 16 }, (_, i) => 10 ** i)
  .flatMap((power) => [power - 1, power, power + 1, 5 * power, 12 * power])
  .concat(2 ** 31 - 1, 2 ** 31, 2 ** 31 + 1, 2 ** 32);

function assertAll(
  write: Write,
  scale: number,
  values: Iterable<number>,
): void {
  for (const value of values) {
    assert.equal(written(write, value), JSON.stringify(value / scale));
  }
}

const signed = (most: number) =>
  edges.filter((value) => value <= most)
    .flatMap((value) => value === 0 ? [0] : [value, -value]);

for (
  const [write, scale, most] of [
    [writeMillionths, 1e6, 360e6],
    [writeTenThousandths, 1e4, 2e10],
  ] as const
) {
  Deno.test(`${write.name}() writes what JSON.stringify does of value / ${scale}`, () => {
    assertAll(write, scale, signed(most));
    assertAll(write, scale, Array.from({ length: 100_000 }, (_, i) => i));
    fc.assert(
      fc.property(
        fc.integer({ min: -most, max: most }),
        fc.constantFrom(1, 10, 100, 1_000, 10_000, 1e5, 1e6),
        (any, unit) => {
          // Also with zeros at its end.
          const value = Math.trunc(any / unit) * unit || 0;
          assertAll(write, scale, [any, value]);
        },
      ),
      { numRuns: 20_000 },
    );
  });
}

Deno.test("writeWhole() writes what JSON.stringify does", () => {
  assertAll(writeWhole, 1, edges);
  assertAll(writeWhole, 1, [Number.MAX_SAFE_INTEGER]);
  fc.assert(
    fc.property(
      fc.maxSafeNat(),
      (value) => assertAll(writeWhole, 1, [value]),
    ),
    { numRuns: 20_000 },
  );
});

Deno.test("RisingWriter writes what JSON.stringify does, in any order", () => {
  const near = fc.tuple(fc.maxSafeNat(), fc.nat(3_000_000))
    .map(([start, more]) => Math.min(start + more, Number.MAX_SAFE_INTEGER));
  fc.assert(
    fc.property(
      fc.constantFrom(0, 1, 1e6, 1e9, 1_787_000_000_000, 1e14),
      fc.array(fc.oneof(fc.nat(3_000_000), near), { minLength: 2 }),
      (start, more) => {
        const writer = new RisingWriter();
        const write: Write = (...given) => writer.write(...given);
        const values = more.map((value) =>
          Math.min(start + value, Number.MAX_SAFE_INTEGER)
        );
        assertAll(write, 1, values);
      },
    ),
    { numRuns: 5_000 },
  );
});

Deno.test("writeTwo() and writeThree() keep leading zeros", () => {
  for (let i = 0; i < 100; i++) {
    assert.equal(written(writeTwo, i), String(i).padStart(2, "0"));
  }
  for (let i = 0; i < 1000; i++) {
    assert.equal(written(writeThree, i), String(i).padStart(3, "0"));
  }
});

Deno.test("LONGEST_NUMBER is room enough for any number", () => {
  for (const value of [-2e10 + 1, -(2 ** 53) + 1, 2 ** 53 - 1]) {
    const room = new DataView(new ArrayBuffer(LONGEST_NUMBER));
    writeTenThousandths(room, 0, value);
    writeWhole(room, 0, Math.abs(value));
  }
});
