import assert from "node:assert/strict";
import { contentChecksums } from "./content_checksum.ts";
import { PositionWriter } from "./position_writer.ts";
import {
  every,
  HOUR,
  HOUR_MS,
  MemoryProjection,
  TERRA,
} from "./testdata/memory_projection.ts";

const checksumsOf = ({ projection }: MemoryProjection) => [
  ...contentChecksums(projection),
];

Deno.test("contentChecksums() has one for each satellite, topic and hour that holds anything", () => {
  using given = new MemoryProjection("z_topic", "a_topic");
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
});

Deno.test("contentChecksums() are the same where topics and element sets have other numbers", () => {
  using one = new MemoryProjection("a_topic", "b_topic");
  using other = new MemoryProjection("b_topic", "a_topic");
  const samples = (topic: string, elementSetId: string) => ({
    topic,
    timesMs: every(1000, HOUR, HOUR + 5000),
    elementSetId,
    altitudeE4: () => 5,
  });
  // The helper writes the topic's number as latitude: not here.
  const a = samples("a_topic", "000000000001");
  const b = samples("b_topic", "000000000002");
  for (const [given, order] of [[one, [a, b]], [other, [b, a]]] as const) {
    for (const recorded of order) given.record(recorded);
    given.db.exec("UPDATE positions SET latitude_e6 = 7");
  }
  assert.deepEqual(checksumsOf(one), checksumsOf(other));
});

/** The checksum of one position of these values. */
function checksumOf(values: readonly (number | null)[]): string {
  using given = new MemoryProjection("a_topic");
  const timesMs = [HOUR, HOUR + 1];
  given.record({ topic: "a_topic", timesMs, elementSetId: "0a" });
  given.record({ topic: "a_topic", timesMs, elementSetId: "0b" });
  given.db.exec("DELETE FROM positions");
  new PositionWriter(given.db).write([TERRA, 1, ...values]);
  return checksumsOf(given)[0]!.checksum;
}

Deno.test("contentChecksums() tell any value from any other", () => {
  const values = [HOUR, 1, 2, 3, 0, 1, 0, 5, 6];
  const others = [
    ...values.map((value, i) => values.with(i, value + 1)),
    ...[1, 2, 3, 7, 8].map((i) => values.with(i, -values[i]!)),
    values.with(1, 2).with(2, 1),
    [...values.slice(0, 5), null, ...values.slice(6)],
    // Beyond 32 bits, where altitudes and offsets may be.
    values.with(3, 3 + 2 ** 32),
    values.with(7, 5 + 2 ** 40),
  ];
  const checksums = [values, ...others].map(checksumOf);
  assert.equal(new Set(checksums).size, others.length + 1);
  assert.equal(checksumOf(values), checksums[0]);
});
