import assert from "node:assert/strict";
import fc from "fast-check";
import { valueAt } from "./column.ts";
import { encodeEvent, type Event, eventTimestampMs } from "./event.ts";
import {
  type PositionsRecorded,
  positionsRecorded,
  type RecordedPosition,
  sampleCount,
} from "./positions_recorded.ts";
import { decodeValue } from "./testdata/decode_value.ts";

const START_MS = Date.parse("2026-08-21T14:00:00Z");
const HOUR_MS = 3_600_000;

const terra: RecordedPosition = {
  noradId: 25994,
  name: "TERRA",
  timeMs: START_MS,
  latitudeDeg: 12.345678,
  longitudeDeg: -98.765432,
  altitudeKm: 702.1234,
  elementSetId: "3f2a9c41d07b",
  origin: "live",
};

const arbitraryPosition: fc.Arbitrary<RecordedPosition> = fc.record({
  noradId: fc.integer({ min: 1, max: 999_999_999 }),
  name: fc.string({ minLength: 1, maxLength: 50, unit: "grapheme" })
    .map((text) => text.slice(0, 100)),
  timeMs: fc.integer({ min: START_MS, max: START_MS + HOUR_MS }),
  latitudeDeg: fc.double({ min: -90, max: 90, noNaN: true }),
  longitudeDeg: fc.double({ min: -180, max: 180, noNaN: true }),
  altitudeKm: fc.double({ min: -6_400, max: 2_000_000, noNaN: true }),
  elementSetId: fc.option(
    fc.integer({ min: 0, max: 2 ** 48 - 1 })
      .map((id) => id.toString(16).padStart(12, "0")),
  ),
  origin: fc.constantFrom("live", "backfill"),
}, { noNullPrototype: true });

/** The positions of an event, each by itself. */
function positionsOf(event: Event): RecordedPosition[] {
  assert.equal(event.type, "PositionsRecorded");
  const positions = event as PositionsRecorded;
  return Array.from({ length: sampleCount(positions) }, (_, i) => ({
    noradId: valueAt(positions.norad_id, i),
    name: valueAt(positions.name, i),
    timeMs: valueAt(positions.time_ms, i),
    latitudeDeg: valueAt(positions.latitude_deg, i),
    longitudeDeg: valueAt(positions.longitude_deg, i),
    altitudeKm: valueAt(positions.altitude_km, i),
    elementSetId: valueAt(positions.element_set, i),
    origin: valueAt(positions.origin, i),
  }));
}

/** Samples of one satellite, a second apart. */
function samples(count: number): RecordedPosition[] {
  return Array.from({ length: count }, (_, i) => ({
    ...terra,
    timeMs: START_MS + i * 1000,
    latitudeDeg: -81.234567 + i * 1e-6,
    longitudeDeg: -179.123456 + i * 1e-6,
    altitudeKm: 35_786.1234 + i * 1e-4,
  }));
}

Deno.test("positionsRecorded() keeps any positions to 1e-6 degrees and 1e-4 km, through bytes and back", () => {
  fc.assert(
    fc.property(
      fc.array(arbitraryPosition, { minLength: 1, maxLength: 20 }),
      (positions) => {
        const decoded = positionsOf(
          decodeValue(encodeEvent(positionsRecorded(positions))),
        );
        assert.equal(decoded.length, positions.length);
        decoded.forEach((position, i) => {
          const { latitudeDeg, longitudeDeg, altitudeKm, ...rest } = position;
          const given = positions[i]!;
          assert.deepEqual({ ...given, ...rest }, given);
          for (
            const [is, was, resolution] of [
              [latitudeDeg, given.latitudeDeg, 1e-6],
              [longitudeDeg, given.longitudeDeg, 1e-6],
              [altitudeKm, given.altitudeKm, 1e-4],
            ] as const
          ) {
            assert.ok(Math.abs(is - was) <= resolution / 2 * 1.001);
          }
        });
      },
    ),
  );
});

Deno.test("positionsRecorded() makes an event that is the same through bytes and back", () => {
  fc.assert(
    fc.property(
      fc.array(arbitraryPosition, { minLength: 1, maxLength: 20 }),
      (positions) => {
        const event = positionsRecorded(positions);
        assert.deepEqual(decodeValue(encodeEvent(event)), event);
      },
    ),
  );
});

Deno.test("positionsRecorded() writes a column once where its values are the same", () => {
  assert.deepEqual(positionsRecorded(samples(3)), {
    type: "PositionsRecorded",
    version: 1,
    norad_id: 25994,
    name: "TERRA",
    time_ms: [START_MS, START_MS + 1000, START_MS + 2000],
    latitude_deg: [-81.234567, -81.234566, -81.234565],
    longitude_deg: [-179.123456, -179.123455, -179.123454],
    altitude_km: [35_786.1234, 35_786.1235, 35_786.1236],
    element_set: "3f2a9c41d07b",
    origin: "live",
  });
});

Deno.test("positionsRecorded() writes one sample as plain values", () => {
  const text = new TextDecoder().decode(
    encodeEvent(positionsRecorded([terra])),
  );
  assert.equal(
    text,
    '{"type":"PositionsRecorded","version":1,"norad_id":25994,' +
      '"name":"TERRA","time_ms":1787320800000,"latitude_deg":12.345678,' +
      '"longitude_deg":-98.765432,"altitude_km":702.1234,' +
      '"element_set":"3f2a9c41d07b","origin":"live"}',
  );
});

Deno.test("positionsRecorded() writes the time of a tick of many satellites once", () => {
  const event = positionsRecorded([terra, { ...terra, noradId: 27424 }]);
  assert.equal(event.time_ms, START_MS);
  assert.deepEqual(event.norad_id, [25994, 27424]);
  assert.equal(sampleCount(event), 2);
});

Deno.test("positionsRecorded() takes an hour, and no more", () => {
  const spanning = (ms: number) => [
    { ...terra, timeMs: START_MS + ms },
    terra,
  ];
  positionsRecorded(spanning(HOUR_MS));
  assert.throws(() => positionsRecorded(spanning(HOUR_MS + 1)), {
    name: "RangeError",
    message: "Cannot make a PositionsRecorded event as it must span at most " +
      "one hour: current value is 3600.001 s",
  });
});

Deno.test("positionsRecorded() takes 1 to 20,000 positions", () => {
  const many = (count: number) => Array(count).fill(terra);
  positionsRecorded(many(20_000));
  for (const count of [0, 20_001]) {
    assert.throws(() => positionsRecorded(many(count)), {
      name: "RangeError",
      message: "Cannot make a PositionsRecorded event as it must hold 1 to " +
        `20000 positions: current value is ${count}`,
    });
  }
});

Deno.test("positionsRecorded() refuses what is no place", () => {
  for (
    const wrong of [
      { latitudeDeg: NaN },
      { longitudeDeg: NaN },
      { altitudeKm: NaN },
      { altitudeKm: Infinity },
      { latitudeDeg: 90.1 },
      { longitudeDeg: -180.1 },
      { altitudeKm: -6_401 },
    ]
  ) {
    assert.throws(
      () => positionsRecorded([terra, { ...terra, ...wrong }]),
      /^RangeError: .*must have a latitude, longitude and altitude: current value is /,
    );
  }
});

Deno.test("an hour of backfill stays below 256 KiB", () => {
  const bytes = encodeEvent(positionsRecorded(samples(3600)));
  assert.ok(bytes.length < 256 * 1024, `${bytes.length} bytes`);
});

Deno.test("a tick of a thousand satellites stays below 256 KiB", () => {
  const bytes = encodeEvent(positionsRecorded(
    samples(1000).map((position, i) => ({
      ...position,
      noradId: 900_000_000 + i,
      name: `A SATELLITE WITH A LONG NAME ${i}`,
      timeMs: START_MS,
      elementSetId: (2 ** 44 + i).toString(16),
    })),
  ));
  assert.ok(bytes.length < 256 * 1024, `${bytes.length} bytes`);
});

Deno.test("eventTimestampMs() is the time of the last sample, in whatever order they are", () => {
  const event = positionsRecorded(samples(3).toReversed());
  assert.equal(eventTimestampMs(event), START_MS + 2000);
  assert.equal(eventTimestampMs(positionsRecorded([terra])), START_MS);
});
