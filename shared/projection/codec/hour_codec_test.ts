import assert from "node:assert/strict";
import { crc32 } from "node:zlib";
import fc from "fast-check";
import { bundledElementSets } from "../../../tle/bundled_elements.ts";
import { createOrbit } from "../../../tle/orbit.ts";
import { DEGREES, KILOMETRES } from "../../events/resolution.ts";
import {
  decodeHour,
  decodeOnlyElementSetRef,
  decodeOnlyOrigin,
  decodePositions,
  encodeHour,
} from "./hour_codec.ts";
import { createHour, type HourColumns } from "../hour_columns.ts";

const HOUR_MS = Date.UTC(2026, 10, 1);

interface Sample {
  readonly ms: number;
  readonly place: readonly [number, number, number];
  readonly origin: number;
  readonly elementSetRef: number;
  readonly position: readonly [number, number, number];
}

const natural32 = fc.nat({ max: 2 ** 31 - 1 });
const samples: fc.Arbitrary<Sample[]> = fc.uniqueArray(
  fc.record({
    ms: fc.oneof(
      fc.nat({ max: 3599 }).map((s) => 1000 * s),
      fc.nat({ max: 3_599_999 }),
    ),
    place: fc.tuple(
      fc.integer({ min: -90e6, max: 90e6 }),
      fc.oneof(
        fc.integer({ min: -180e6, max: 180e6 }),
        fc.constantFrom(-180e6, 180e6, 0),
      ),
      fc.oneof(fc.integer({ min: -2e10, max: 2e10 }), fc.nat({ max: 7e6 })),
    ),
    origin: fc.nat({ max: 255 }),
    elementSetRef: fc.oneof(fc.nat({ max: 2 }), natural32),
    position: fc.tuple(
      fc.oneof(fc.nat({ max: 2 }), natural32),
      fc.oneof(fc.maxSafeNat(), fc.nat({ max: 9 })),
      fc.oneof(fc.nat({ max: 3599 }), natural32),
    ),
  }),
  { selector: ({ ms }) => ms, maxLength: 60 },
).map((all) => all.sort((a, b) => a.ms - b.ms));

const hours = samples.map((all): HourColumns => ({
  timeMs: Float64Array.from(all, ({ ms }) => HOUR_MS + ms),
  latitudeE6: Int32Array.from(all, ({ place }) => place[0]),
  longitudeE6: Int32Array.from(all, ({ place }) => place[1]),
  altitudeE4: Float64Array.from(all, ({ place }) => place[2]),
  origin: Uint8Array.from(all, ({ origin }) => origin),
  elementSetRef: Int32Array.from(all, ({ elementSetRef }) => elementSetRef),
  partition: Int32Array.from(all, ({ position }) => position[0]),
  offset: Float64Array.from(all, ({ position }) => position[1]),
  sample: Int32Array.from(all, ({ position }) => position[2]),
}));

const TINY: HourColumns = {
  timeMs: Float64Array.of(HOUR_MS, HOUR_MS + 1000, HOUR_MS + 2000),
  latitudeE6: Int32Array.of(-100, 0, 101),
  longitudeE6: Int32Array.of(179_999_990, 180_000_000, -179_999_990),
  altitudeE4: Float64Array.of(7_050_000, 7_050_001, 7_050_003),
  origin: Uint8Array.of(0, 0, 1),
  elementSetRef: Int32Array.of(7, 7, 0),
  partition: Int32Array.of(2, 2, 2),
  offset: Float64Array.of(9_000_000_000, 9_000_000_001, 9_000_000_002),
  sample: Int32Array.of(0, 0, 0),
};

/** Real positions of TERRA, one a second, each an event of its own. */
function terraHour(): HourColumns {
  const orbit = createOrbit(bundledElementSets[0]!);
  const seconds = Array.from({ length: 3600 }, (_, second) => second);
  const timeMs = Float64Array.from(
    seconds,
    (second) => HOUR_MS + 1000 * second,
  );
  const places = Array.from(timeMs, (ms) => orbit.positionAt(ms));
  return {
    timeMs,
    latitudeE6: Int32Array.from(
      places,
      ({ latitudeDeg }) => Math.round(latitudeDeg * DEGREES),
    ),
    longitudeE6: Int32Array.from(
      places,
      ({ longitudeDeg }) => Math.round(longitudeDeg * DEGREES),
    ),
    altitudeE4: Float64Array.from(
      places,
      ({ altitudeKm }) => Math.round(altitudeKm * KILOMETRES),
    ),
    origin: new Uint8Array(3600),
    elementSetRef: new Int32Array(3600).fill(7),
    partition: new Int32Array(3600).fill(2),
    offset: Float64Array.from(seconds, (second) => 123_456 + second),
    sample: new Int32Array(3600),
  };
}

/** The bytes with a checksum that vouches for them. */
function sealed(...content: number[]): Uint8Array {
  const bytes = Uint8Array.of(...content, 0, 0, 0, 0);
  const checksum = crc32(Uint8Array.from(content));
  new DataView(bytes.buffer).setUint32(content.length, checksum, true);
  return bytes;
}

Deno.test("decodeHour() returns what encodeHour() was given, be it ever so absurd", () => {
  fc.assert(
    fc.property(hours, (hour) => {
      assert.deepEqual(decodeHour(encodeHour(hour)), hour);
    }),
    { numRuns: 500 },
  );
});

Deno.test("decodePositions() returns the times and places of decodeHour()", () => {
  fc.assert(fc.property(hours, (hour) => {
    const bytes = encodeHour(hour);
    const { timeMs, latitudeE6, longitudeE6, altitudeE4 } = decodeHour(bytes);
    const positions = { timeMs, latitudeE6, longitudeE6, altitudeE4 };
    assert.deepEqual(decodePositions(bytes), positions);
  }));
});

Deno.test("encodeHour() takes at most 3.05 bytes a second for a real hour", () => {
  const hour = terraHour();
  const bytes = encodeHour(hour);
  assert.deepEqual(decodeHour(bytes), hour);
  assert.ok(bytes.length <= 3.05 * 3600, `takes ${bytes.length} bytes`);
});

Deno.test("the bytes of an hour stay the same", () => {
  const columns = [
    [11, 2, 255, 223, 192, 185, 13, 196, 6, 208, 15, 0], // timeMs
    [7, 2, 199, 1, 0, 200, 1, 2], // latitudeE6
    [13, 0, 236, 211, 212, 171, 1, 0, 20, 215, 167, 169, 215, 2], // longitudeE6
    [8, 0, 160, 204, 220, 6, 0, 2, 6], // altitudeE4
    [5, 0, 0, 0, 0, 2], // origin
    [5, 0, 14, 0, 0, 13], // elementSetRef
    [5, 0, 4, 0, 0, 0], // partition
    [9, 0, 128, 232, 136, 135, 3, 4, 2, 4], // offset
    [5, 0, 0, 0, 0, 0], // sample
  ];
  const checksum = [139, 174, 190, 64];
  assert.deepEqual(
    [...encodeHour(TINY)],
    [2, 3, ...columns.flat(), ...checksum],
  );
});

Deno.test("decodeHour() reads an hour that lies within a larger buffer", () => {
  const bytes = encodeHour(TINY);
  const larger = new Uint8Array(bytes.length + 20).fill(255);
  larger.set(bytes, 13);
  const within = larger.subarray(13, 13 + bytes.length);
  assert.deepEqual(decodeHour(within), TINY);
});

Deno.test("decodePositions() and decodeHour() refuse every flipped bit", () => {
  const bytes = encodeHour(TINY);
  for (let bit = 0; bit < 8 * bytes.length; bit++) {
    const damaged = bytes.slice();
    damaged[bit >> 3]! ^= 1 << (bit & 7);
    assert.throws(() => decodePositions(damaged), /RangeError: Cannot decode/);
    assert.throws(() => decodeHour(damaged), /RangeError: Cannot decode/);
  }
});

Deno.test("decodePositions() and decodeHour() refuse every hour that is cut short", () => {
  const bytes = encodeHour(TINY);
  for (let length = 0; length < bytes.length; length++) {
    const cut = bytes.subarray(0, length);
    assert.throws(() => decodePositions(cut), /RangeError: Cannot decode/);
    assert.throws(() => decodeHour(cut), /RangeError: Cannot decode/);
  }
});

Deno.test("decodeHour() refuses other versions, too many samples, and more than the columns", () => {
  assert.throws(() => decodeHour(sealed(1, 0)), {
    name: "RangeError",
    message: "Cannot decode hour as its version must be 2: current value is 1",
  });
  assert.throws(() => decodeHour(sealed(2, 255, 255, 255, 255, 15)), {
    name: "RangeError",
    message: "Cannot decode hour as it must have at most 3600000 of each: " +
      "current number is 4294967295",
  });
  const content = encodeHour(TINY).subarray(0, -4);
  assert.deepEqual(decodeHour(sealed(...content)), TINY);
  assert.throws(() => decodeHour(sealed(...content, 0)), /must end at byte/);
});

Deno.test("decodeHour() takes or refuses any bytes with a right checksum, and never fails otherwise", () => {
  const contents = fc.tuple(
    fc.nat({ max: 9 }),
    fc.uint8Array({ maxLength: 60 }),
  );
  fc.assert(fc.property(contents, ([count, rest]) => {
    try {
      decodeHour(sealed(2, count, ...rest));
    } catch (error) {
      assert.match(
        String(error),
        /^RangeError: Cannot decode (hour|column) as/,
      );
    }
  }));
});

Deno.test("encodeHour() refuses columns that differ in length", () => {
  const sample = new Int32Array(2);
  assert.throws(() => encodeHour({ ...TINY, sample }), {
    name: "RangeError",
    message: "Cannot encode hour as each column must have 3 numbers: " +
      "current length is 2",
  });
});

Deno.test("decodeOnlyElementSetRef() tells the one of all samples, and of no others", () => {
  const only = (hour: HourColumns) => decodeOnlyElementSetRef(encodeHour(hour));
  const of = (refs: number[]) => {
    const elementSetRef = Int32Array.from(refs);
    return { ...createHour(refs.length), elementSetRef };
  };
  fc.assert(fc.property(natural32, fc.nat({ max: 300 }), (ref, more) => {
    assert.equal(only(of(new Array(4 + more).fill(ref))), ref);
    assert.equal(only(of([ref])), ref);
  }));
  fc.assert(fc.property(fc.array(fc.nat({ max: 3 })), (refs) => {
    const found = only(of(refs));
    if (found !== null) assert(refs.every((ref) => ref === found));
    if (new Set(refs).size !== 1) assert.equal(found, null);
  }));
  // Rising by one number: zeros of the second order.
  assert.equal(only(of(Array.from({ length: 60 }, (_, i) => i))), null);
  const bytes = encodeHour(terraHour());
  bytes[100]! ^= 1;
  assert.throws(() => decodeOnlyElementSetRef(bytes), RangeError);
});

Deno.test("decodeOnlyOrigin() tells the one of all samples, and of no others", () => {
  const only = (origins: number[]) => {
    const { length } = origins;
    const hour = createHour(length);
    return decodeOnlyOrigin(encodeHour({
      ...hour,
      altitudeE4: Float64Array.from(origins, (_, i) => 7 * i * i),
      origin: Uint8Array.from(origins),
    }));
  };
  assert.equal(only(new Array(60).fill(0)), 0);
  assert.equal(only(new Array(60).fill(1)), 1);
  assert.equal(only([0, ...new Array(60).fill(1)]), null);
  assert.equal(only([...new Array(60).fill(0), 1]), null);
});
