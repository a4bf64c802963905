import assert from "node:assert/strict";
import { openSqlite } from "../../shared/sqlite.ts";
import {
  HOUR_MS,
  positionAt,
  positionsOf,
  START_MS,
  TERRA,
} from "../testdata/given_positions.ts";
import { givenFeed, listen } from "../testdata/listen.ts";
import { TestApp } from "../testdata/test_app.ts";

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

Deno.test("LiveFeed tells that another projection is in use, and does not go back", async () => {
  const { test, said } = await givenFeed();
  await using _ = test;
  await test.projection.replace();
  await test.commit(10, positionsOf(TERRA, 0, 5));
  assert.equal(said[0], `replaced ${TERRA}`);
  assert.equal(test.feed.lastTickMs, START_MS + 9_000);
  await test.commit(10.5, positionsOf(TERRA, 5, 11));
  assert.deepEqual(said.slice(2), [`backfilled ${TERRA} 5 9.001`, "tick 10"]);
});

Deno.test("LiveFeed goes on with the same projection after it was out of reach", async () => {
  const { test, said } = await givenFeed();
  await using _ = test;
  const file = await Deno.readLink(test.projection.link);
  await Deno.remove(test.projection.link);
  await test.pollAt(9.5);
  await Deno.symlink(file, test.projection.link);
  await test.commit(10, positionsOf(TERRA, 10, 11));
  assert.deepEqual(said, ["tick 10"]);
});

Deno.test("LiveFeed waits for the first projection", async () => {
  await using test = new TestApp();
  const said = listen(test.feed);
  await test.feed.poll();
  assert.deepEqual(said, ["behind"]);
  assert.match(text(test.feed.encodeState()), /"behind_seconds":null/);
  assert.deepEqual(test.feed.told, { projection: "none", revision: 0 });
  await test.projection.replace();
  await test.commit(1, positionsOf(TERRA, 0, 2));
  assert.deepEqual(said, ["behind", `replaced ${TERRA}`, "satellites", "live"]);
});

Deno.test("LiveFeed announces an hour that another topic has taken over", async () => {
  await using test = await TestApp.given(positionsOf(TERRA, 0, 1_000), {
    topic: "second_topic",
    topics: ["first_topic", "second_topic"],
  });
  await test.pollAt(999);
  const said = listen(test.feed);
  await test.commit(1_000, positionsOf(TERRA, 1_000, 1_001), {
    topic: "first_topic",
  });
  assert.ok(said.includes(`backfilled ${TERRA} 0 999.001`));
});

Deno.test("LiveFeed announces whole hours of a satellite on several topics", async () => {
  await using test = await TestApp.given(positionsOf(TERRA, -4_000, 10), {
    topic: "second_topic",
    topics: ["first_topic", "second_topic"],
  });
  test.projection.commit(positionsOf(TERRA, 3_600, 3_601), {
    topic: "first_topic",
  });
  await test.pollAt(9);
  const said = listen(test.feed);
  await test.commit(10, positionsOf(TERRA, -2_000, -1_999), {
    topic: "first_topic",
  });
  assert.deepEqual(said, [
    `backfilled ${TERRA} ${-HOUR_MS / 1000} 0`,
  ]);
});

Deno.test("LiveFeed reports an error once, and goes on when it is gone", async () => {
  const { test, said } = await givenFeed();
  await using _ = test;
  const db = openSqlite(await Deno.realPath(test.projection.link));
  db.exec("ALTER TABLE projection RENAME TO hidden");
  const stop = new AbortController();
  const errors: Error[] = [];
  const running = test.feed.run(stop.signal, (error) => errors.push(error));
  await new Promise((resolve) => setTimeout(resolve, 180));
  assert.equal(errors.length, 1);
  assert.match(errors[0]!.message, /no such table: projection/);
  db.exec("ALTER TABLE hidden RENAME TO projection");
  db.close();
  test.nowMs = START_MS + 10_000;
  test.projection.commit([positionAt(TERRA, START_MS + 10_000)]);
  for (let i = 0; i < 500 && said.length < 2; i++) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  stop.abort();
  await running;
  // What was read before the error and not told is told as a whole.
  assert.deepEqual(said, [`replaced ${TERRA}`, "satellites"]);
  assert.equal(test.feed.lastTickMs, START_MS + 10_000);
});
