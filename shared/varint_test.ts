import assert from "node:assert/strict";
import fc from "fast-check";
import {
  MAX_SAFE_INTEGER_BYTES,
  unzigzag,
  VARINT_BYTES,
  VarintReader,
  writeSafeInteger,
  writeVarint,
  zigzag,
} from "./varint.ts";

const uint32 = fc.oneof(fc.nat({ max: 300 }), fc.nat({ max: 2 ** 32 - 1 }));

Deno.test("readVarint() returns what writeVarint() wrote, in as many bytes as VARINT_BYTES says", () => {
  fc.assert(fc.property(uint32, (value) => {
    const bytes = new Uint8Array(10);
    const end = writeVarint(bytes, 2, value);
    assert.equal(end - 2, VARINT_BYTES[Math.clz32(value)]);
    const reader = new VarintReader(bytes.subarray(2, end), "number");
    assert.equal(reader.readVarint(), value);
    reader.expectEnd();
  }));
});

Deno.test("zigzag() makes small numbers of either sign small, and unzigzag() undoes it", () => {
  assert.deepEqual([0, -1, 1, -2, 2].map(zigzag), [0, 1, 2, 3, 4]);
  fc.assert(fc.property(fc.integer(), (number) => {
    assert.equal(unzigzag(zigzag(number)), number);
  }));
});

Deno.test("readSafeInteger() returns what writeSafeInteger() wrote", () => {
  const numbers = fc.oneof(
    fc.maxSafeInteger(),
    fc.integer(),
    fc.constantFrom(Number.MIN_SAFE_INTEGER, 2 ** 31, -(2 ** 31) - 1),
  );
  fc.assert(fc.property(numbers, (number) => {
    const bytes = new Uint8Array(MAX_SAFE_INTEGER_BYTES);
    const end = writeSafeInteger(bytes, 0, number);
    const reader = new VarintReader(bytes.subarray(0, end), "number");
    assert.equal(reader.readSafeInteger(), number);
    reader.expectEnd();
  }));
});

Deno.test("VarintReader refuses to read beyond the end, or to end before", () => {
  const reader = new VarintReader(Uint8Array.of(1, 2, 128), "thing");
  assert.equal(reader.readVarint(), 1);
  assert.throws(() => reader.expectEnd(), {
    name: "RangeError",
    message: "Cannot decode thing as it must end at byte 1: " +
      "current length is 3",
  });
  assert.deepEqual(reader.readBytes(1), Uint8Array.of(2));
  const tooShort = {
    name: "RangeError",
    message: "Cannot decode thing as it must have at least 4 bytes: " +
      "current length is 3",
  };
  assert.throws(() => reader.readVarint(), tooShort);
});

Deno.test("readVarint() refuses a sixth byte", () => {
  const endless = new VarintReader(new Uint8Array(9).fill(255), "thing");
  assert.throws(() => endless.readVarint(), {
    name: "RangeError",
    message: "Cannot decode thing as a varint must have at most 5 bytes: " +
      "the one before byte 5 goes on",
  });
});
