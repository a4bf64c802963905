import assert from "node:assert/strict";
import { readSatellites } from "./read_satellites.ts";
import {
  every,
  HOUR,
  TERRA,
  testOpenAndSealed,
} from "./testdata/memory_projection.ts";

testOpenAndSealed(
  "readSatellites() tells of each satellite, in order of number",
  (Given) => {
    using given = new Given("a_topic", "b_topic");
    given.record({ topic: "b_topic", timesMs: [HOUR], noradId: TERRA + 1 });
    given.record({
      topic: "a_topic",
      timesMs: every(1000, HOUR, HOUR + 10_000),
      elementSetId: "3f2a9c41d07b",
    });
    given.record({
      topic: "b_topic",
      timesMs: every(60_000, HOUR - 600_000, HOUR),
      origin: "backfill",
    });
    const [terra, other, ...rest] = readSatellites(given.projection);
    assert.deepEqual(rest, []);
    assert.deepEqual(terra, {
      noradId: TERRA,
      name: "SATELLITE",
      firstMs: HOUR - 600_000,
      lastMs: HOUR + 9000,
      samples: 20,
      stepMs: 1000,
      topics: ["a_topic", "b_topic"],
      latest: {
        timeMs: HOUR + 9000,
        latitudeDeg: 1e-6,
        longitudeDeg: ((HOUR + 9000) % 1_000_003) / 1e6,
        altitudeKm: ((HOUR + 9000) % 977) / 1e4,
        origin: "live",
      },
      elementSet: { id: "3f2a9c41d07b", epochUs: null, source: null },
    });
    assert.equal(other!.noradId, TERRA + 1);
    assert.equal(other!.stepMs, null);
    assert.equal(other!.elementSet, null);
  },
);

testOpenAndSealed(
  "readSatellites() takes the latest position from the preferred topic, unless it has fallen silent",
  (Given) => {
    using given = new Given("a_topic", "b_topic");
    const latestTopic = () =>
      readSatellites(given.projection)[0]!.latest!.latitudeDeg * 1e6;
    given.record({ topic: "b_topic", timesMs: [HOUR], origin: "backfill" });
    assert.equal(latestTopic(), 2);
    assert.equal(
      readSatellites(given.projection)[0]!.latest!.origin,
      "backfill",
    );
    given.record({ topic: "a_topic", timesMs: [HOUR] });
    assert.equal(latestTopic(), 1);
    given.record({ topic: "b_topic", timesMs: [HOUR + 1000] });
    assert.equal(latestTopic(), 2);
  },
);

testOpenAndSealed(
  "readSatellites() tells of the element set once it is there",
  (Given) => {
    using given = new Given("a_topic");
    given.record({
      topic: "a_topic",
      timesMs: [HOUR],
      elementSetId: "3f2a9c41d07b",
    });
    given.db.exec(`
      INSERT INTO element_sets SELECT ref, ${TERRA}, 1787323002123456, NULL,
        NULL, 'U', 14.5, 0, 98, 0, 0, 0, 0, 0, 0, 0, 0, 0, 'celestrak', ${HOUR}
      FROM element_set_refs WHERE id = '3f2a9c41d07b'`);
    assert.deepEqual(readSatellites(given.projection)[0]!.elementSet, {
      id: "3f2a9c41d07b",
      epochUs: 1_787_323_002_123_456,
      source: "celestrak",
    });
  },
);

testOpenAndSealed(
  "readSatellites() tells of none in a new projection",
  (Given) => {
    using given = new Given("a_topic");
    assert.deepEqual(readSatellites(given.projection), []);
  },
);
