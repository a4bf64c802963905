import assert from "node:assert/strict";
import { contentChecksums } from "./content_checksum.ts";
import {
  every,
  HOUR,
  HOUR_MS,
  MemoryProjection,
  TERRA,
  testOpenAndSealed,
} from "./testdata/memory_projection.ts";

const checksumsOf = ({ projection }: MemoryProjection) => [
  ...contentChecksums(projection),
];

testOpenAndSealed(
  "contentChecksums() has one for each satellite, topic and hour that holds anything",
  (Given) => {
    using given = new Given("z_topic", "a_topic");
    const far = HOUR + 999 * HOUR_MS;
    given.record({ topic: "z_topic", timesMs: [HOUR, HOUR + 1, far] });
    given.record({ topic: "a_topic", timesMs: [HOUR + HOUR_MS - 1] });
    given.record({ topic: "a_topic", timesMs: [HOUR], noradId: 5 });
    assert.deepEqual(
      checksumsOf(given).map(({ noradId, topic, hourMs, count }) => [
        ...[noradId, topic, hourMs, count],
      ]),
      [
        [5, "a_topic", HOUR, 1],
        [TERRA, "a_topic", HOUR, 1],
        [TERRA, "z_topic", HOUR, 2],
        [TERRA, "z_topic", far, 1],
      ],
    );
    for (const { checksum } of checksumsOf(given)) {
      assert.match(checksum, /^[0-9a-f]{16}$/);
    }
  },
);

testOpenAndSealed(
  "contentChecksums() are the same where topics and element sets have other numbers",
  (Given) => {
    using one = new Given("a_topic", "b_topic");
    using other = new Given("b_topic", "a_topic");
    const samples = (topic: string, elementSetId: string) => ({
      topic,
      timesMs: every(1000, HOUR, HOUR + 5000),
      elementSetId,
      altitudeE4: () => 5,
      latitudeE6: 7,
    });
    const a = samples("a_topic", "000000000001");
    const b = samples("b_topic", "000000000002");
    for (const [given, order] of [[one, [a, b]], [other, [b, a]]] as const) {
      for (const recorded of order) given.record(recorded);
    }
    assert.deepEqual(checksumsOf(one), checksumsOf(other));
  },
);
