import assert from "node:assert/strict";
import { lateRangesSince } from "../../shared/projection/late_ranges.ts";
import { HOUR_MS } from "../../shared/projection/time_range.ts";
import { ChangeSet } from "./change_set.ts";
import {
  batchOf,
  GivenProjection,
  NOW_MS,
  positions,
} from "../testdata/given_projection.ts";

Deno.test("what is committed more than ten seconds after its time is noted as late", () => {
  using given = new GivenProjection();
  const timesMs = [30_000, 20_000, 10_001, 10_000, 0].map((ms) => NOW_MS - ms);
  const revision = given.apply([
    batchOf("a_topic", 0, timesMs.map((timeMs) => positions({ timeMs }))),
    batchOf("a_topic", 5, [positions({ noradId: 27424 })]),
  ]);
  assert.deepEqual(lateRangesSince(given.db, revision - 1), [
    { noradId: 25994, fromMs: NOW_MS - 30_000, toMs: NOW_MS - 10_000 },
  ]);
  assert.deepEqual(lateRangesSince(given.db, revision), []);
});

Deno.test("what is late of very many satellites is noted as one range of all", () => {
  using given = new GivenProjection();
  const late = (count: number, offset: number) =>
    given.apply([batchOf(
      "a_topic",
      offset,
      Array.from({ length: count }, (_, i) =>
        positions({ noradId: i + 1, timeMs: NOW_MS - 60_000 - i })),
    )]);
  const few = late(100, 0);
  assert.equal(lateRangesSince(given.db, few - 1).length, 100);
  const many = late(101, 100);
  const all = {
    noradId: null,
    fromMs: NOW_MS - 60_100,
    toMs: NOW_MS - 59_999,
  };
  assert.deepEqual(lateRangesSince(given.db, many - 1), [all]);
  assert.deepEqual(lateRangesSince(given.db, many - 1, [25994]), [all]);
  const noted = given.rows("SELECT * FROM late_ranges WHERE norad_id = 0");
  assert.equal(noted.length, 1);
});

Deno.test("late ranges are kept for a day", () => {
  using given = new GivenProjection();
  const late = (offset: number, nowMs: number) =>
    given.apply(
      [batchOf("a_topic", offset, [positions({ timeMs: NOW_MS - 60_000 })])],
      nowMs,
    );
  for (let i = 0; i < 300; i++) late(i, NOW_MS);
  assert.equal(lateRangesSince(given.db, 0).length, 300);
  for (let i = 300; i < 600; i++) late(i, NOW_MS + 86_400_001);
  assert.ok(lateRangesSince(given.db, 0).length < 400);
});

Deno.test("halts are noted, also of a partition never read, and forgotten when it goes on", () => {
  using given = new GivenProjection();
  given.apply([batchOf("a_topic", 0, [positions({})])]);
  const changes = new ChangeSet();
  for (const topic of ["a_topic", "b_topic"]) {
    changes.addHalt({ topic, partition: 0, reason: `no ${topic}` });
  }
  assert.ok(!changes.isEmpty);
  given.writer.commit(changes.take(), NOW_MS);
  const halts = () =>
    given.counters().map(({ topic, halted }) => [topic, halted]);
  assert.deepEqual(halts(), [["a_topic", "no a_topic"], [
    "b_topic",
    "no b_topic",
  ]]);
  // A partition that was never read has no checkpoint to go on from.
  assert.deepEqual(
    given.writer.checkpoints().map((
      { topic, nextOffset },
    ) => [topic, nextOffset]),
    [["a_topic", 1]],
  );
  given.apply([batchOf("b_topic", 40, [positions({})])]);
  assert.deepEqual(halts(), [["a_topic", "no a_topic"], ["b_topic", null]]);
  given.openAgain(["*"]);
  assert.deepEqual(halts(), [["a_topic", null], ["b_topic", null]]);
  given.requireAllAccountedFor();
});

Deno.test("another order of TOPICS is another preference, from the next start on", () => {
  using given = new GivenProjection(["a_topic", "*_topic"]);
  given.apply([
    batchOf("a_topic", 0, [positions({ latitudeDeg: 1 })]),
    batchOf("b_topic", 0, [positions({ latitudeDeg: 2 })]),
  ]);
  assert.equal(given.latitudeE6(), 1_000_000);
  given.openAgain(["b_topic", "*_topic"]);
  assert.equal(given.latitudeE6(), 2_000_000);
  given.openAgain(["c_topic"]);
  assert.equal(given.latitudeE6(), 1_000_000);
});

Deno.test("a topic that TOPICS names stands where it is named, whatever pattern it matches before", () => {
  using given = new GivenProjection(["*_topic", "all_topic"]);
  given.apply([
    batchOf("all_topic", 0, [positions({ latitudeDeg: 1 })]),
    batchOf("terra_topic", 0, [positions({ latitudeDeg: 2 })]),
  ]);
  assert.equal(given.latitudeE6(), 2_000_000);
});

Deno.test("sealNext() seals many hours in one commit, which changes nothing of what is stored", () => {
  using given = new GivenProjection();
  const noradIds = Array.from({ length: 40 }, (_, i) => 100 + i);
  given.apply([
    batchOf(
      "a_topic",
      0,
      noradIds.map((noradId) => positions({ noradId, timeMs: NOW_MS })),
    ),
  ]);
  const checksums = given.checksums();
  const revision = () => given.rows("SELECT revision FROM projection");
  const before = revision();
  const isOver = NOW_MS + HOUR_MS + 120_000;
  assert.equal(given.writer.sealNext(isOver - 1), false);
  assert.deepEqual(revision(), before);
  let calls = 0;
  while (given.writer.sealNext(isOver)) calls++;
  assert.ok(calls < noradIds.length, `${calls} calls`);
  assert.deepEqual(given.rows("SELECT count(*) AS sealed FROM hours"), [
    { sealed: noradIds.length },
  ]);
  assert.deepEqual(given.checksums(), checksums);
});
