import assert from "node:assert/strict";
import fc from "fast-check";
import { decodeAppend, encodeAppend } from "./append_codec.ts";
import { packFrame } from "./packed_frame.ts";

const newRecords = fc.array(
  fc.record({
    key: fc.option(fc.string({ unit: "binary", maxLength: 60 })),
    value: fc.uint8Array({ maxLength: 300 }),
    timestampMs: fc.maxSafeNat(),
  }),
  { maxLength: 30 },
);

Deno.test("decodeAppend() returns what encodeAppend() was given", () => {
  fc.assert(fc.property(newRecords, fc.nat(), (records, firstOffset) => {
    const decoded = decodeAppend(encodeAppend(records), firstOffset);
    const expected = records.map((record, i) => ({
      offset: firstOffset + i,
      ...record,
    }));
    assert.deepEqual(decoded, expected);
  }));
});

Deno.test("decodeAppend() reads a frame that lies within a larger buffer", () => {
  const records = [{
    key: "25994",
    value: Uint8Array.of(1, 2, 3),
    timestampMs: 1_787_306_400_000,
  }];
  const frame = encodeAppend(records);
  const larger = new Uint8Array(frame.length + 20).fill(255);
  larger.set(frame, 13);
  const within = larger.subarray(13, 13 + frame.length);
  assert.deepEqual(decodeAppend(within, 7), [{ offset: 7, ...records[0] }]);
});

Deno.test("decodeAppend() refuses every frame that is cut short or too long", () => {
  fc.assert(fc.property(newRecords, fc.nat(), (records, at) => {
    const frame = encodeAppend(records);
    const cut = frame.subarray(0, at % frame.length);
    assert.throws(() => decodeAppend(cut, 0), /RangeError: Cannot decode/);
    const long = Uint8Array.of(...frame, 0);
    assert.throws(() => decodeAppend(long, 0), /must end at byte/);
  }));
});

Deno.test("decodeAppend() refuses other versions", () => {
  const frame = encodeAppend([]);
  frame[0] = 3;
  assert.throws(() => decodeAppend(frame, 0), {
    name: "RangeError",
    message: "Cannot decode append as its version must be 1, or 2 where it " +
      "is packed: current value is 3",
  });
});

Deno.test("decodeAppend() refuses lengths and keys that it never writes", () => {
  const endless = Uint8Array.of(1, 255, 255, 255, 255, 255, 1);
  assert.throws(() => decodeAppend(endless, 0), /must have at most 5 bytes/);
  const frame = encodeAppend([{
    key: "a",
    value: new Uint8Array(0),
    timestampMs: 0,
  }]);
  frame[frame.indexOf(97)] = 0xff;
  assert.throws(() => decodeAppend(frame, 0), /key must be UTF-8/);
});

Deno.test("decodeAppend() takes or refuses any bytes, and never fails otherwise", () => {
  const bytes = fc.uint8Array({ maxLength: 60 })
    .map((rest) => Uint8Array.of(1 + rest.length % 2, ...rest));
  fc.assert(fc.property(bytes, (frame) => {
    try {
      decodeAppend(frame, 0);
    } catch (error) {
      assert.match(String(error), /^RangeError: Cannot decode append as/);
    }
  }));
});

Deno.test("decodeAppend() returns the same of a packed frame", () => {
  fc.assert(fc.property(newRecords, fc.nat(), (records, firstOffset) => {
    const frame = encodeAppend(records);
    const packed = packFrame(frame);
    const larger = new Uint8Array(packed.length + 9);
    larger.set(packed, 7);
    const expected = decodeAppend(frame, firstOffset);
    assert.deepEqual(decodeAppend(packed, firstOffset), expected);
    const within = larger.subarray(7, 7 + packed.length);
    assert.deepEqual(decodeAppend(within, firstOffset), expected);
  }));
});

Deno.test("decodeAppend() never gives other records than those that were packed", () => {
  const damage = fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 }));
  fc.assert(fc.property(newRecords, damage, (records, [place, mask]) => {
    const frame = encodeAppend(records);
    const packed = packFrame(frame);
    const at = 1 + place % (packed.length - 1);
    const flipped = packed.slice();
    flipped[at]! ^= mask;
    for (const damaged of [flipped, packed.slice(0, at)]) {
      try {
        const decoded = decodeAppend(damaged, 0);
        assert.deepEqual(decoded, decodeAppend(frame, 0));
      } catch (error) {
        assert.match(String(error), /^RangeError: Cannot decode append as/);
      }
    }
  }));
});

Deno.test("decodeAppend() packs nothing within what is packed", () => {
  const twice = packFrame(packFrame(encodeAppend([])));
  assert.throws(() => decodeAppend(twice, 0), /version must be 1/);
});
