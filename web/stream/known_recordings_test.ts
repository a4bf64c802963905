import assert from "node:assert/strict";
import {
  HOUR,
  MemoryProjection,
} from "../../shared/projection/testdata/memory_projection.ts";
import { KnownRecordings } from "./known_recordings.ts";

const record = (given: MemoryProjection, noradId: number, topic = "a_topic") =>
  given.record({ topic, timesMs: [HOUR + noradId], noradId });

Deno.test("KnownRecordings reads what later commits have written, and what was known of it", async () => {
  using given = new MemoryProjection("a_topic", "b_topic");
  for (const noradId of [1, 2, 3]) record(given, noradId);
  const known = new KnownRecordings();
  const all = await known.update(given.projection, -1);
  assert.deepEqual(all.map(({ noradId }) => noradId), [1, 2, 3]);
  record(given, 2, "b_topic");
  const [touched, ...others] = await known.update(given.projection, 3);
  assert.deepEqual(others, []);
  const topics = (recordings: readonly { topic: string }[]) =>
    recordings.map(({ topic }) => topic);
  assert.deepEqual(topics(touched!.before), ["a_topic"]);
  assert.deepEqual(topics(touched!.recordings), ["a_topic", "b_topic"]);
  assert.deepEqual(await known.update(given.projection, 4), []);
  assert.equal(known.newestMs(HOUR + 2), HOUR + 2);
  assert.equal(known.newestMs(HOUR + 9), HOUR + 3);
});

Deno.test("KnownRecordings reads all again when topics are preferred in another order", async () => {
  using given = new MemoryProjection("a_topic", "b_topic");
  for (const noradId of [1, 2]) record(given, noradId);
  const known = new KnownRecordings();
  await known.update(given.projection, -1);
  given.db.exec("UPDATE topics SET preference = 9 WHERE name = 'a_topic'");
  const touched = await known.update(given.projection, 2);
  assert.deepEqual(touched.map(({ noradId }) => noradId), [1, 2]);
});
