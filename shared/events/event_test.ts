import assert from "node:assert/strict";
import fc from "fast-check";
import { DecodeError } from "./decode_error.ts";
import { decodeValue } from "./testdata/decode_value.ts";

const terra = {
  type: "PositionsRecorded",
  version: 1,
  norad_id: 25994,
  name: "TERRA",
  time_ms: 1_787_320_800_000,
  latitude_deg: 12.345678,
  longitude_deg: -98.765432,
  altitude_km: 702.1234,
  element_set: "3f2a9c41d07b",
  origin: "live",
};

const bytesOf = (text: string) => new TextEncoder().encode(text);
const decodeJson = (value: unknown) =>
  decodeValue(bytesOf(JSON.stringify(value)));

/** Asserts that it is refused, with a message that goes on as given. */
function assertRefused(decode: () => unknown, message: RegExp | string) {
  const expected = typeof message === "string" ? message : message.source;
  assert.throws(decode, {
    name: "DecodeError",
    message: new RegExp(`^Cannot decode event as ${expected}`),
  });
}

Deno.test("decodeEvent() reads a position as any tool would write it", () => {
  assert.deepEqual(decodeJson(terra), terra);
});

Deno.test("decodeEvent() passes over fields that it does not know", () => {
  assert.deepEqual(decodeJson({ ...terra, colour: "blue" }), terra);
});

Deno.test("decodeEvent() refuses null, which deletes a record", () => {
  assertRefused(() => decodeValue(null), "its value must not be null");
});

Deno.test("decodeEvent() refuses what is not UTF-8", () => {
  const bytes = bytesOf(JSON.stringify(terra));
  bytes[bytes.indexOf("E".charCodeAt(0))] = 0xff;
  assertRefused(() => decodeValue(bytes), "it must be JSON in UTF-8: ");
});

Deno.test("decodeEvent() refuses what is not JSON, or not an object", () => {
  for (const text of ["", "{", "TERRA", '{"type":}']) {
    assertRefused(() => decodeValue(bytesOf(text)), "it must be JSON in UTF-8");
  }
  for (
    const [text, quoted] of [
      ["null", "null"],
      ["5", "5"],
      ['"x"', '"x"'],
      ["[]", "an array"],
    ]
  ) {
    assertRefused(
      () => decodeValue(bytesOf(text!)),
      `it must be a JSON object: current value is ${quoted}$`,
    );
  }
});

Deno.test("decodeEvent() refuses an unknown type or version, and names it", () => {
  for (
    const [change, quoted] of [
      [{ type: "PositionsForgotten" }, '"PositionsForgotten", 1'],
      [{ version: 2 }, '"PositionsRecorded", 2'],
      [{ version: "1" }, '"PositionsRecorded", "1"'],
      [{ type: undefined }, "undefined, 1"],
      [{ type: "PositionsRecorded 1", version: undefined }, ".*undefined"],
      [{ type: { toString: 1, valueOf: 1 } }, "an object, 1"],
      [{ type: [["PositionsRecorded"]] }, "an array, 1"],
    ] as const
  ) {
    assertRefused(
      () => decodeJson({ ...terra, ...change }),
      `its type and version must be known: current value is ${quoted}$`,
    );
  }
});

Deno.test("decodeEvent() quotes nothing that commands a terminal", () => {
  assert.throws(
    () => decodeValue(bytesOf("\x1b[31mred\u009b")),
    (error: Error) => !/\p{Cc}/u.test(error.message),
  );
});

Deno.test("decodeEvent() cuts what it quotes", () => {
  assert.throws(
    () => decodeJson({ ...terra, type: "x".repeat(100_000) }),
    (error: Error) => error.message.length < 250,
  );
});

Deno.test("decodeEvent() refuses values out of range, and names the field", () => {
  for (
    const [field, value] of [
      ["latitude_deg", 90.000001],
      ["latitude_deg", null],
      ["longitude_deg", -180.000001],
      ["altitude_km", 2_000_001],
      ["altitude_km", "700"],
      ["norad_id", 0],
      ["norad_id", 1_000_000_000],
      ["norad_id", 25994.5],
      ["name", ""],
      ["name", "x".repeat(101)],
      ["time_ms", -1],
      ["time_ms", 1.5],
      ["time_ms", 4_102_444_800_001],
      ["element_set", "3F2A9C41D07B"],
      ["element_set", undefined],
      ["origin", "guess"],
      ["latitude_deg", []],
    ] as const
  ) {
    assertRefused(
      () => decodeJson({ ...terra, [field]: value }),
      `${field} is wrong: `,
    );
  }
});

Deno.test("decodeEvent() names the sample that is out of range", () => {
  assertRefused(
    () => decodeJson({ ...terra, latitude_deg: [1, 2, 95, 4] }),
    "latitude_deg.2 is wrong: Too big: expected number to be <=90",
  );
});

Deno.test("decodeEvent() refuses numbers that JSON can write and a double cannot hold", () => {
  const text = JSON.stringify(terra).replace("702.1234", "1e999");
  assertRefused(() => decodeValue(bytesOf(text)), "altitude_km is wrong: ");
});

Deno.test("decodeEvent() refuses columns of different length", () => {
  assertRefused(
    () =>
      decodeJson({ ...terra, latitude_deg: [1, 2], altitude_km: [1, 2, 3] }),
    "its columns must be of one length: current values are 2 and 3",
  );
});

Deno.test("decodeEvent() refuses more than 20,000 samples", () => {
  const times = (count: number) => Array(count).fill(terra.time_ms);
  decodeJson({ ...terra, time_ms: times(20_000) });
  assertRefused(
    () => decodeJson({ ...terra, time_ms: times(20_001) }),
    "time_ms is wrong: ",
  );
});

Deno.test("decodeEvent() refuses a span of more than an hour", () => {
  const first = terra.time_ms;
  decodeJson({ ...terra, time_ms: [first + 3_600_000, first] });
  assertRefused(
    () => decodeJson({ ...terra, time_ms: [first, first + 3_600_001] }),
    "it must span at most one hour: current value is 3600.001 s",
  );
});

Deno.test("decodeEvent() throws nothing but a DecodeError, whatever comes", () => {
  const mutated = fc.tuple(
    fc.constantFrom(...Object.keys(terra)),
    fc.jsonValue({ maxDepth: 3 }),
  ).map(([field, value]) => ({ ...terra, [field]: value }));
  const anything = fc.oneof(
    fc.uint8Array(),
    fc.json().map(bytesOf),
    mutated.map((value) => bytesOf(JSON.stringify(value))),
    fc.constant(bytesOf("[".repeat(100_000) + "]".repeat(100_000))),
    fc.constant(bytesOf('{"type":{"toString":1,"valueOf":1}}')),
  );
  fc.assert(
    fc.property(anything, (bytes) => {
      try {
        decodeValue(bytes);
      } catch (error) {
        assert.ok(error instanceof DecodeError, String(error));
      }
    }),
    { numRuns: 1000 },
  );
});

Deno.test("decodeEvent() quotes a record without what commands a terminal", () => {
  const value = new TextEncoder().encode(
    '{"type":"\u009b2J\u202e","version":1}',
  );
  assert.throws(() => decodeValue(value), (error: Error) => {
    assert.doesNotMatch(error.message, /\p{C}/u);
    return /type and version must be known/.test(error.message);
  });
});
