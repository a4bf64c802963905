import assert from "node:assert/strict";
import { lateRangesSince } from "./late_ranges.ts";
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
