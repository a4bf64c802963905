import assert from "node:assert/strict";
import { findBundled } from "../tle/bundled_elements.ts";
import type { RecordBatch } from "../shared/event_log/event_log.ts";
import { readElementSets } from "../shared/projection/element_sets/read_element_sets.ts";
import { readSatellites } from "../shared/projection/read_satellites.ts";
import {
  batchOf,
  elementSet,
  GivenProjection,
  NOW_MS,
  positions,
} from "./testdata/given_projection.ts";

const names = (given: GivenProjection) =>
  readSatellites(given.projection).map(({ name }) => name);

Deno.test("a position is stored with all that its event says", () => {
  using given = new GivenProjection();
  given.apply([batchOf("terra_topic", 7, [positions({})])]);
  assert.deepEqual(
    given.rows(`
      SELECT norad_id, name, time_ms, latitude_e6, longitude_e6, altitude_e4,
        origin, id, partition, offset, sample
      FROM positions JOIN topics ON topics.ref = topic_ref
      JOIN element_set_refs ON element_set_refs.ref = element_set_ref`),
    [{
      norad_id: 25994,
      name: "terra_topic",
      time_ms: NOW_MS,
      latitude_e6: 10_000_000,
      longitude_e6: 20_000_000,
      altitude_e4: 7_000_000,
      origin: 0,
      id: "3f2a9c41d07b",
      partition: 0,
      offset: 7,
      sample: 0,
    }],
  );
  assert.deepEqual(given.counters(), [{
    topic: "terra_topic",
    partition: 0,
    nextOffset: 8,
    recordsRead: 1,
    recordsApplied: 1,
    positionsDecoded: 1,
    halted: null,
  }]);
});

Deno.test("a view shows open hours in degrees and km, with names, for other tools", () => {
  using given = new GivenProjection();
  given.apply([batchOf("terra_topic", 7, [
    positions({ timeMs: NOW_MS + 135 }, {
      timeMs: NOW_MS + 1000,
      origin: "backfill",
      elementSetId: null,
    }),
  ])]);
  const place = { latitude_deg: 10, longitude_deg: 20, altitude_km: 700 };
  const event = { norad_id: 25994, topic: "terra_topic", ...place };
  assert.deepEqual(given.rows("SELECT * FROM open_positions"), [{
    ...event,
    time: "2026-08-21T14:00:00.135Z",
    origin: "live",
    element_set: "3f2a9c41d07b",
    partition: 0,
    offset: 7,
    sample: 0,
  }, {
    ...event,
    time: "2026-08-21T14:00:01.000Z",
    origin: "backfill",
    element_set: null,
    partition: 0,
    offset: 7,
    sample: 1,
  }]);
});

Deno.test("a position beyond the Moon and one without element set are stored", () => {
  using given = new GivenProjection();
  given.apply([
    batchOf("far_topic", 0, [
      positions({ altitudeKm: 1_999_999.9999, elementSetId: null }),
    ]),
  ]);
  assert.deepEqual(
    given.rows("SELECT altitude_e4, element_set_ref FROM positions"),
    [{ altitude_e4: 19_999_999_999, element_set_ref: 0 }],
  );
});

/** Records that claim one key, each pair in the order: loser, winner. */
const rivals: Record<string, [loser: RecordBatch, winner: RecordBatch]> = {
  "live wins over backfill": [
    batchOf("a_topic/0", 9, [positions({ origin: "backfill" })]),
    batchOf("a_topic/1", 0, [positions({ latitudeDeg: 77 })]),
  ],
  "the lower partition wins": [
    batchOf("a_topic/2", 9, [positions({})]),
    batchOf("a_topic/1", 0, [positions({ latitudeDeg: 77 })]),
  ],
  "the later sample of an event wins": [
    batchOf("a_topic/1", 9, []),
    batchOf("a_topic/0", 0, [positions({}, {}, { latitudeDeg: 77 })]),
  ],
};

for (const [rule, [loser, winner]] of Object.entries(rivals)) {
  for (const order of [[loser, winner], [winner, loser]]) {
    for (const together of [true, false]) {
      const how = `${order[0] === loser ? "last" : "first"}, ${
        together ? "in one commit" : "in two"
      }`;
      Deno.test(`${rule}, coming ${how}`, () => {
        using given = new GivenProjection();
        if (together) given.apply(order);
        else for (const batch of order) given.apply([batch]);
        assert.equal(given.latitudeE6(), 77_000_000);
        given.requireAllAccountedFor();
      });
    }
  }
}

for (const together of [true, false]) {
  const how = together ? "in one commit" : "in two";
  Deno.test(`the later offset of a partition wins, coming ${how}`, () => {
    using given = new GivenProjection();
    const [first, second] = [positions({}), positions({ latitudeDeg: 77 })];
    if (together) given.apply([batchOf("a_topic", 0, [first, second])]);
    else {
      given.apply([batchOf("a_topic", 0, [first])]);
      given.apply([batchOf("a_topic", 1, [second])]);
    }
    assert.equal(given.latitudeE6(), 77_000_000);
    given.requireAllAccountedFor();
    assert.deepEqual(
      given.rows("SELECT positions_superseded AS count FROM topics"),
      [{ count: 1 }],
    );
  });
}

Deno.test("two topics that carry a satellite are two recordings, and both are kept", () => {
  using given = new GivenProjection(["b_topic", "a_topic"]);
  given.apply([
    batchOf("a_topic", 0, [positions({ latitudeDeg: 1, name: "FROM A" })]),
    batchOf("b_topic", 0, [positions({ latitudeDeg: 2, name: "FROM B" })]),
  ]);
  assert.equal(given.checksums().length, 2);
  assert.equal(given.latitudeE6(), 2_000_000);
  assert.deepEqual(names(given), ["FROM B"]);
  given.requireAllAccountedFor();
});

Deno.test("the name of a satellite is that of its latest sample, whenever it comes", () => {
  using given = new GivenProjection();
  const named = (name: string, timeMs: number) => positions({ name, timeMs });
  given.apply([
    batchOf("a_topic", 0, [
      named("OLD", NOW_MS - 1000),
      named("NEW", NOW_MS),
      named("OLDER", NOW_MS - 2000),
    ]),
  ]);
  assert.deepEqual(names(given), ["NEW"]);
  given.apply([batchOf("a_topic", 3, [named("OLDEST", NOW_MS - 3000)])]);
  assert.deepEqual(names(given), ["NEW"]);
  given.apply([batchOf("a_topic", 4, [named("NEWEST", NOW_MS + 1)])]);
  assert.deepEqual(names(given), ["NEWEST"]);
});

Deno.test("an element set keeps its first arrival, whenever that comes", () => {
  const first = elementSet("celestrak", NOW_MS - 5000);
  const again = elementSet("bundled", NOW_MS);
  for (const order of [[first, again], [again, first]]) {
    for (const together of [true, false]) {
      using given = new GivenProjection();
      if (together) given.apply([batchOf("element_sets", 0, order)]);
      else {
        order.forEach((event, i) =>
          given.apply([batchOf("element_sets", i, [event])])
        );
      }
      const stored = readElementSets(given, 25994, {
        from: { epochUs: 0, id: "" },
        toUs: Infinity,
        limit: Infinity,
      });
      assert.deepEqual(stored, [{
        ...findBundled("TERRA")!,
        ref: 1,
        id: (first as { element_set: string }).element_set,
        source: "celestrak",
        receivedMs: NOW_MS - 5000,
      }]);
      given.requireAllAccountedFor();
    }
  }
});
