import assert from "node:assert/strict";
import { joinLateRanges, lateRangesSince } from "./late_ranges.ts";
import { MemoryProjection } from "./testdata/memory_projection.ts";

Deno.test("lateRangesSince() gives what came after a revision, in order of commit", () => {
  using given = new MemoryProjection("a_topic");
  const insert = given.db.prepare(
    "INSERT INTO late_ranges VALUES (?, ?, 1, ?, ?, 0)",
  );
  insert.run(6, 25994, 10, 20);
  insert.run(7, 27424, 30, 40);
  insert.run(7, 25994, 50, 60);
  insert.run(8, 25994, 70, 80);
  assert.deepEqual(lateRangesSince(given.db, 6), [
    { noradId: 25994, fromMs: 50, toMs: 60 },
    { noradId: 27424, fromMs: 30, toMs: 40 },
    { noradId: 25994, fromMs: 70, toMs: 80 },
  ]);
  assert.deepEqual(lateRangesSince(given.db, 8), []);
});

Deno.test("lateRangesSince() gives those of some satellites, and of very many one for all", () => {
  using given = new MemoryProjection("a_topic");
  const insert = given.db.prepare(
    "INSERT INTO late_ranges VALUES (?, ?, 1, ?, ?, 0)",
  );
  for (let i = 1; i <= 100; i++) insert.run(5, i, 10 + i, 20 + i);
  assert.equal(lateRangesSince(given.db, 4).length, 100);
  insert.run(5, 101, 5, 50);
  assert.deepEqual(lateRangesSince(given.db, 4), [
    { noradId: null, fromMs: 5, toMs: 120 },
  ]);
  assert.deepEqual(lateRangesSince(given.db, 4, [7, 700]), [
    { noradId: 7, fromMs: 17, toMs: 27 },
  ]);
  assert.deepEqual(lateRangesSince(given.db, 5, [7]), []);
});

Deno.test("joinLateRanges() leaves few ranges as they are, and makes one of many", () => {
  const ranges = Array.from({ length: 101 }, (_, i) => ({
    noradId: i,
    fromMs: 500 - i,
    toMs: 600 + i,
  }));
  const few = [...ranges.slice(1), ...ranges.slice(1)];
  assert.deepEqual(joinLateRanges(few), few);
  assert.deepEqual(joinLateRanges(ranges), [
    { noradId: null, fromMs: 400, toMs: 700 },
  ]);
});
