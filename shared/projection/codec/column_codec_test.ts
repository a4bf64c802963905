import assert from "node:assert/strict";
import fc from "fast-check";
import {
  decodeFloat64Column,
  decodeInt32Column,
  encodeColumn,
} from "./column_codec.ts";

const int32 = fc.oneof(
  fc.integer(),
  fc.integer({ min: -4, max: 4 }),
  fc.constantFrom(0, 0, -(2 ** 31), 2 ** 31 - 1),
);
const safeInteger = fc.oneof(
  fc.maxSafeInteger().map((number) => number + 0),
  int32,
  fc.constantFrom(
    Number.MAX_SAFE_INTEGER,
    Number.MIN_SAFE_INTEGER,
    2 ** 31,
    2 ** 32,
    -(2 ** 32),
    2 ** 48 + 1,
  ),
);

/** The numbers themselves, and their sums up to the ninth. */
const int32Columns = fc.tuple(
  fc.array(int32, { maxLength: 200 }),
  fc.nat({ max: 9 }),
).map(([numbers, times]) => {
  const column = Int32Array.from(numbers);
  for (let time = 0; time < times; time++) sumUp(column);
  return column;
});
const float64Columns = fc.oneof(
  fc.array(safeInteger, { maxLength: 200 }).map((numbers) =>
    Float64Array.from(numbers)
  ),
  fc.tuple(int32Columns, fc.integer({ min: -(2 ** 52), max: 2 ** 52 })).map(
    ([column, first]) => Float64Array.from(column, (n) => first + n),
  ),
);

function sumUp(column: Int32Array): void {
  for (let i = 1; i < column.length; i++) column[i]! += column[i - 1]!;
}

function sizeOf(length: number, number: (i: number) => number): number {
  return encodeColumn(Float64Array.from({ length }, (_, i) => number(i)))
    .length;
}

Deno.test("decodeInt32Column() returns what encodeColumn() was given", () => {
  fc.assert(
    fc.property(int32Columns, (column) => {
      const decoded = decodeInt32Column(encodeColumn(column), column.length);
      assert.deepEqual(decoded, column);
    }),
    { numRuns: 1000 },
  );
});

Deno.test("decodeFloat64Column() returns what encodeColumn() was given", () => {
  fc.assert(
    fc.property(float64Columns, (column) => {
      const decoded = decodeFloat64Column(encodeColumn(column), column.length);
      assert.deepEqual(decoded, column);
    }),
    { numRuns: 1000 },
  );
});

Deno.test("encodeColumn() takes a long run of zeros, and many", () => {
  for (const every of [1, 2, 3, 127, 128, 129, 16_384, 100_000]) {
    const column = Int32Array.from(
      { length: 50_000 },
      (_, i) => i % every === 0 ? i * i : 0,
    );
    const decoded = decodeInt32Column(encodeColumn(column), column.length);
    assert.deepEqual(decoded, column);
  }
});

Deno.test("encodeColumn() takes a few bytes for numbers that run regularly", () => {
  const hourMs = Date.UTC(2026, 10, 1);
  assert.ok(sizeOf(3600, () => 0) <= 6);
  assert.ok(sizeOf(3600, () => 7_000_000_000) <= 12);
  assert.ok(sizeOf(3600, (i) => hourMs + 1000 * i) <= 15);
  assert.ok(sizeOf(3600, (i) => 1_000_000 + i) <= 12);
  assert.ok(sizeOf(3600, (i) => i * i) <= 12);
});

Deno.test("encodeColumn() takes a byte for each number of a smooth curve, and at most 5 for any", () => {
  const curve = (i: number) => Math.round(8e7 * Math.sin(i / 950));
  assert.ok(sizeOf(3600, curve) <= 3610);
  const jumps = (i: number) => i % 2 === 0 ? 180e6 : -180e6;
  assert.ok(sizeOf(3600, jumps) <= 5 * 3600 + 11);
});

Deno.test("the bytes of a column stay the same", () => {
  const bytesOf = (...numbers: number[]) => [
    ...encodeColumn(Float64Array.from(numbers)),
  ];
  assert.deepEqual(bytesOf(), [0, 0, 0]);
  assert.deepEqual(bytesOf(-3), [0, 5, 0]);
  assert.deepEqual(bytesOf(9, 9, 9, 9), [8, 18, 0, 0, 3]);
  assert.deepEqual(bytesOf(0, 1000, 2000, 3000, 4000, 5000), [
    ...[10, 0, 0, 208, 15],
    ...[0, 4],
  ]);
  assert.deepEqual(bytesOf(2 ** 32, 2 ** 32 + 200, 2 ** 32 - 1), [
    ...[0, 0, 2, 144, 3],
    1,
  ]);
  assert.deepEqual(bytesOf(1, 2 ** 33), [16, 2, 0, 0, 4]);
});

Deno.test("decodeFloat64Column() refuses columns that are cut short, too long or of another length", () => {
  fc.assert(fc.property(float64Columns, fc.nat(), (column, at) => {
    const bytes = encodeColumn(column);
    const cut = bytes.subarray(0, at % bytes.length);
    const long = Uint8Array.of(...bytes, 0);
    for (const damaged of [cut, long]) {
      assert.throws(
        () => decodeFloat64Column(damaged, column.length),
        /RangeError: Cannot decode column as/,
      );
    }
    assert.throws(
      () => decodeFloat64Column(bytes, column.length + 2),
      /RangeError: Cannot decode column as/,
    );
  }));
});

Deno.test("decodeInt32Column() refuses runs that are too long, and first bytes that it does not know", () => {
  assert.throws(() => decodeInt32Column(Uint8Array.of(8, 0, 0, 0, 4), 4), {
    name: "RangeError",
    message: "Cannot decode column as it must have 4 numbers: " +
      "current number is 5",
  });
  assert.throws(() => decodeInt32Column(Uint8Array.of(16, 0, 0), 1), {
    name: "RangeError",
    message: "Cannot decode column as its first byte must be below 16: " +
      "current value is 16",
  });
});

Deno.test("decodeFloat64Column() takes or refuses any bytes, and never fails otherwise", () => {
  const columns = fc.tuple(
    fc.nat({ max: 17 }),
    fc.uint8Array({ maxLength: 40 }),
  ).map(([header, rest]) => Uint8Array.of(header, ...rest));
  fc.assert(fc.property(columns, fc.nat({ max: 1000 }), (bytes, count) => {
    try {
      assert.equal(decodeFloat64Column(bytes, count).length, count);
    } catch (error) {
      assert.match(String(error), /^RangeError: Cannot decode column as/);
    }
  }));
});
