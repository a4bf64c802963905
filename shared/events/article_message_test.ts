import assert from "node:assert/strict";
import fc from "fast-check";
import { DecodeError } from "./decode_error.ts";
import { decodeEvent, eventTimestampMs } from "./event.ts";
import type { EventSource } from "./event_source.ts";

const SENT_MS = Date.parse("2022-06-11T17:01:42.135Z");

/** As the article's producer sends it, three hours east of Greenwich. */
const message = {
  lon: -51.23456749,
  lat: 67.12345651,
  alt: 704.12344999,
  time: "2022-06-11 20:01:42.123456",
};
const terra: EventSource = {
  topic: "terra_topic",
  satellite: { noradId: 25994, name: "TERRA" },
};

function decode(
  json: unknown,
  { timestampMs = SENT_MS, source = terra } = {},
) {
  const value = new TextEncoder().encode(JSON.stringify(json));
  return decodeEvent({ value, timestampMs }, source);
}

function assertRefused(decoding: () => unknown, message: RegExp) {
  const expected = new RegExp(`^Cannot decode event as ${message.source}`);
  assert.throws(decoding, { name: "DecodeError", message: expected });
}

Deno.test("decodeEvent() gives the article's message as positions of today", () => {
  const event = decode(message);
  assert.deepEqual(event, {
    type: "PositionsRecorded",
    version: 1,
    norad_id: 25994,
    name: "TERRA",
    time_ms: SENT_MS,
    latitude_deg: 67.123457,
    longitude_deg: -51.234567,
    altitude_km: 704.1234,
    element_set: null,
    origin: "live",
  });
  assert.equal(eventTimestampMs(event), SENT_MS);
});

Deno.test("decodeEvent() takes the article's message at its record's timestamp, whatever its own time", () => {
  for (
    const time of [
      "2022-06-11 20:01:42",
      "1999-01-01 00:00:00.000001",
      "2022-06-11T20:01:42.123456",
      "",
    ]
  ) {
    assert.deepEqual(decode({ ...message, time }), decode(message));
  }
});

Deno.test("decodeEvent() refuses an article's message that is malformed, and names the field", () => {
  for (
    const [field, value] of [
      ["lon", 180.000001],
      ["lon", -180.000001],
      ["lon", null],
      ["lat", 90.000001],
      ["lat", "67.1"],
      ["lat", undefined],
      ["alt", -6_401],
      ["alt", 2_000_001],
      ["alt", [704]],
      ["alt", undefined],
      ["time", 1_654_966_902],
      ["time", undefined],
    ] as const
  ) {
    assertRefused(
      () => decode({ ...message, [field]: value }),
      new RegExp(`${field} is wrong: `),
    );
  }
});

Deno.test("decodeEvent() takes the ends of the Earth", () => {
  for (const [lon, lat] of [[-180, -90], [180, 90]]) {
    decode({ ...message, lon, lat });
  }
});

Deno.test("decodeEvent() refuses an article's message whose record tells no time", () => {
  for (const timestampMs of [-1, 1.5, NaN, 4_102_444_800_001]) {
    assertRefused(
      () => decode(message, { timestampMs }),
      new RegExp(
        "its record's timestamp must be when it was sent, in ms since 1970: " +
          `current value is ${timestampMs}$`,
      ),
    );
  }
});

Deno.test("decodeEvent() refuses an article's message on a topic of no known satellite, and says what to do", () => {
  const source = { topic: "nosuch_topic", satellite: null };
  assert.throws(() => decode(message, { source }), {
    name: "DecodeError",
    message: "Cannot decode event as its topic must be known to be of a " +
      "satellite: current value is nosuch_topic. Add it to the projector's " +
      "setting, as in TOPIC_SATELLITES=nosuch_topic:<catalogue number>, " +
      "restart the " +
      "projector and run deno task dead-letters retry",
  });
});

Deno.test("decodeEvent() takes no event with a type for an article's message", () => {
  for (const type of ["PositionsRecorded", null, ""]) {
    assertRefused(
      () => decode({ ...message, type }),
      /its type and version must be known: current value is .*, undefined$/,
    );
  }
});

Deno.test("decodeEvent() throws nothing but a DecodeError, whatever the article's message holds", () => {
  const anyMessage = fc.record(
    Object.fromEntries(
      Object.values(message).map((value, i) => [
        Object.keys(message)[i]!,
        fc.oneof(fc.constant(value), fc.jsonValue({ maxDepth: 2 })),
      ]),
    ),
    { requiredKeys: ["lon"], noNullPrototype: true },
  );
  fc.assert(
    fc.property(anyMessage, fc.double(), (json, timestampMs) => {
      try {
        decode(json, { timestampMs });
      } catch (error) {
        assert.ok(error instanceof DecodeError, String(error));
      }
    }),
    { numRuns: 500 },
  );
});
