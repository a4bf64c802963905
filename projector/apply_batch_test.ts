import assert from "node:assert/strict";
import fc from "fast-check";
import type { RecordBatch } from "../shared/event_log/event_log.ts";
import {
  SELECT_ELEMENT_SETS,
  type StoredElementSet,
} from "../shared/projection/element_sets/stored_element_set.ts";
import { applyBatch } from "./apply_batch.ts";
import { ChangeSet } from "./writing/change_set.ts";
import {
  ARTICLE_MESSAGE,
  batchOf,
  elementSet,
  GivenProjection,
  NOW_MS,
  positions,
  recordOf,
} from "./testdata/given_projection.ts";

Deno.test("what is no event becomes a dead letter, and stops nobody", () => {
  using given = new GivenProjection();
  given.apply([
    batchOf("a_topic", 5, [
      positions({}),
      "no JSON",
      null,
      positions({ timeMs: NOW_MS + 1 }),
    ]),
    batchOf("b_topic/3", 0, [new Uint8Array([0xff]), positions({})]),
  ]);
  assert.deepEqual(
    given.rows(`
      SELECT name, partition, offset, key, CAST(value AS TEXT) AS value,
        timestamp_ms, substr(reason, 1, 42) AS reason
      FROM dead_letters JOIN topics ON ref = topic_ref ORDER BY name, offset`),
    [
      {
        name: "a_topic",
        partition: 0,
        offset: 6,
        key: "garbage",
        value: "no JSON",
        timestamp_ms: 1,
        reason: "Cannot decode event as it must be JSON in ",
      },
      {
        name: "a_topic",
        partition: 0,
        offset: 7,
        key: null,
        value: null,
        timestamp_ms: 0,
        reason: "Cannot decode event as its value must not ",
      },
      {
        name: "b_topic",
        partition: 3,
        offset: 0,
        key: null,
        value: "\ufffd",
        timestamp_ms: 0,
        reason: "Cannot decode event as it must be JSON in ",
      },
    ],
  );
  assert.deepEqual(
    given.counters().map(({ recordsRead, recordsApplied }) => [
      recordsRead,
      recordsApplied,
    ]),
    [[4, 2], [2, 1]],
  );
  given.requireAllAccountedFor();
});

Deno.test("the article's message is a position of its topic's satellite, at its record's time", () => {
  using given = new GivenProjection();
  given.topicSatellites = new Map([
    ["my_topic", { noradId: 7, name: "MINE" }],
  ]);
  const record = {
    ...recordOf(3, ARTICLE_MESSAGE),
    key: null,
    timestampMs: NOW_MS + 135,
  };
  given.apply(["iss_topic", "my_topic", "nosuch_topic"].map((topic) => ({
    ...batchOf(topic, 0, []),
    records: [record],
  })));
  const position = {
    time_ms: NOW_MS + 135,
    latitude_e6: 10_500_000,
    longitude_e6: 20_123_457,
    altitude_e4: 7_000_000,
    origin: 0,
    element_set_ref: 0,
  };
  assert.deepEqual(
    given.rows(`
      SELECT norad_id, recordings.name AS name, time_ms, latitude_e6,
        longitude_e6, altitude_e4, origin, element_set_ref
      FROM positions JOIN recordings USING (norad_id, topic_ref)
      ORDER BY norad_id`),
    [
      { norad_id: 7, name: "MINE", ...position },
      { norad_id: 25544, name: "ISS (ZARYA)", ...position },
    ],
  );
  assert.deepEqual(
    given.rows(`
      SELECT name, offset, key, CAST(value AS TEXT) AS value, timestamp_ms
      FROM dead_letters JOIN topics ON ref = topic_ref`),
    [{
      name: "nosuch_topic",
      offset: 3,
      key: null,
      value: ARTICLE_MESSAGE,
      timestamp_ms: NOW_MS + 135,
    }],
  );
  given.requireAllAccountedFor();
});

Deno.test("a dead letter keeps its value when the batch's bytes are used again", () => {
  using given = new GivenProjection();
  const bytes = new TextEncoder().encode("####garbage####");
  const record = { ...recordOf(0, null), value: bytes.subarray(4, 11) };
  const changes = new ChangeSet();
  applyBatch(changes, { ...batchOf("a_topic", 0, []), records: [record] }, {
    nextOffset: 0,
    topicSatellites: new Map(),
  });
  bytes.fill(0);
  given.writer.commit(changes.take(), NOW_MS);
  assert.deepEqual(
    given.rows("SELECT CAST(value AS TEXT) AS value FROM dead_letters"),
    [{ value: "garbage" }],
  );
});

Deno.test("invariant 3: records below the checkpoint are passed over", () => {
  using given = new GivenProjection();
  const batch = batchOf("a_topic", 0, [
    positions({}),
    "garbage",
    positions({}),
  ]);
  given.apply([batch]);
  const before = [given.checksums(), given.counters()];
  const changes = new ChangeSet();
  assert.equal(
    applyBatch(changes, batch, { nextOffset: 3, topicSatellites: new Map() }),
    3,
  );
  assert.ok(changes.isEmpty);
  // What overlaps is cut to what is new.
  const longer = batchOf("a_topic", 0, [
    ...[positions({}), "garbage", positions({})],
    positions({ timeMs: NOW_MS + 1 }),
  ]);
  assert.deepEqual([given.checksums(), given.counters()], before);
  given.apply([longer]);
  assert.equal(given.counters()[0]!.recordsRead, 4);
  given.requireAllAccountedFor();
});

Deno.test("invariant 3: a commit of what was committed before is refused, and changes nothing", () => {
  using given = new GivenProjection();
  const batches = [
    batchOf("a_topic", 0, [positions({}), "garbage"]),
    batchOf("element_sets", 0, [elementSet("bundled", NOW_MS)]),
  ];
  given.apply(batches);
  const everything = () =>
    ["positions", "topics", "recordings", "checkpoints", "dead_letters"]
      .concat(["element_sets", "late_ranges", "projection"])
      .map((table) => given.rows(`SELECT * FROM ${table}`));
  const before = everything();
  for (const again of [batches, [batches[0]!], [batches[1]!]]) {
    const changes = new ChangeSet();
    for (const batch of again) {
      applyBatch(changes, batch, { nextOffset: 0, topicSatellites: new Map() });
    }
    assert.throws(() => given.writer.commit(changes.take(), NOW_MS), {
      name: "RangeError",
      message:
        /^Cannot apply .* as it must go on at offset [12]: current value is 0$/,
    });
    assert.deepEqual(everything(), before);
  }
});

Deno.test("a hole in the offsets is legal", () => {
  using given = new GivenProjection();
  given.apply([batchOf("a_topic", 0, [positions({})])]);
  given.apply([batchOf("a_topic", 100, [positions({ timeMs: NOW_MS + 1 })])]);
  assert.equal(given.counters()[0]!.nextOffset, 101);
  given.requireAllAccountedFor();
});

/** Records of up to three partitions of two topics, with all kinds of rivals. */
const arbitraryValue = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.array(
      fc.record({
        noradId: fc.constantFrom(25994, 27424),
        name: fc.constantFrom("TERRA", "\u{1f6f0}", "\uff21", "\ud800", "A"),
        timeMs: fc.nat(8).map((n) => NOW_MS + n * 600_000 - 1),
        latitudeDeg: fc.nat(9),
        elementSetId: fc.constantFrom(null, "00000000000a", "00000000000b"),
        origin: fc.constantFrom("live", "backfill"),
      }, { noNullPrototype: true }),
      { minLength: 1, maxLength: 6 },
    ).map((samples) => {
      const first = samples[0]!.timeMs;
      const near = samples.filter((s) => Math.abs(s.timeMs - first) <= 3.6e6);
      const spread = Math.max(...near.map((s) => s.timeMs)) -
        Math.min(...near.map((s) => s.timeMs));
      return positions(...(spread <= 3.6e6 ? near : [samples[0]!]));
    }),
  },
  { weight: 1, arbitrary: fc.constantFrom("garbage", null) },
  {
    weight: 1,
    arbitrary: fc.nat(3).map((n) => elementSet(`source ${n}`, NOW_MS - n)),
  },
);
const PARTITIONS = ["a_topic/0", "a_topic/1", "b_topic/0"];

Deno.test("invariants 1 and 2: any interleaving, batching and committing of the same records gives the same content", () => {
  fc.assert(
    fc.property(
      fc.tuple(...PARTITIONS.map(() => fc.array(arbitraryValue))),
      fc.array(
        fc.tuple(fc.nat(2), fc.integer({ min: 1, max: 5 }), fc.boolean()),
      ),
      (records, plan) => {
        using inOrder = new GivenProjection();
        inOrder.apply(
          PARTITIONS.map((where, i) => batchOf(where, 0, records[i]!)),
        );

        using ragged = new GivenProjection();
        const next = PARTITIONS.map(() => 0);
        let batches: RecordBatch[] = [];
        const rest = PARTITIONS.map((_, i) => [i, Infinity, true] as const);
        for (const [i, count, isLast] of [...plan, ...rest]) {
          const values = records[i]!.slice(next[i], next[i]! + count);
          batches.push(batchOf(PARTITIONS[i]!, next[i]!, values));
          next[i]! += values.length;
          if (isLast) ragged.apply(batches);
          if (isLast) batches = [];
        }

        const contentOf = (given: GivenProjection) => ({
          checksums: given.checksums(),
          counters: given.counters(),
          superseded: given.rows(
            "SELECT name, positions_superseded FROM topics ORDER BY name",
          ),
          recordings: given.rows(`
            SELECT norad_id, topics.name AS topic, recordings.name,
              name_time_ms, first_ms, last_ms, samples
            FROM recordings JOIN topics ON ref = topic_ref ORDER BY 1, 2`),
          elementSets: given.rows<StoredElementSet>(
            `${SELECT_ELEMENT_SETS} ORDER BY id`,
          ).map((set) => ({ ...set, ref: null })),
          deadLetters: given.rows(`
            SELECT name, partition, offset, key, value, reason
            FROM dead_letters JOIN topics ON ref = topic_ref ORDER BY 1, 2, 3`),
        });
        const [expected, found] = [contentOf(inOrder), contentOf(ragged)];
        // A topic is known from its first record on.
        const known = new Set(found.counters.map(({ topic }) => topic));
        assert.equal(known.size, found.superseded.length);
        assert.deepEqual(found, expected);
        inOrder.requireAllAccountedFor();
        ragged.requireAllAccountedFor();
      },
    ),
    { numRuns: 150 },
  );
});
