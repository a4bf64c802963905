import assert from "node:assert/strict";
import {
  AQUA,
  positionsOf,
  START_MS,
  TERRA,
} from "../testdata/given_positions.ts";
import { givenFeed, listen } from "../testdata/listen.ts";
import { TestApp } from "../testdata/test_app.ts";

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

Deno.test("LiveFeed begins at the newest tick, and tells what comes after", async () => {
  const { test, said } = await givenFeed();
  await using _ = test;
  assert.equal(test.feed.lastTickMs, START_MS + 9_000);
  await test.pollAt(9.5);
  assert.deepEqual(said, []);
  await test.commit(10, positionsOf(TERRA, 10, 11));
  assert.deepEqual(said, ["tick 10"]);
  await test.pollAt(10.1);
  assert.deepEqual(said, ["tick 10"]);
});

Deno.test("LiveFeed says first that all is new, and which satellites there are", async () => {
  await using test = await TestApp.given(positionsOf(TERRA, 0, 10));
  const said = listen(test.feed);
  await test.pollAt(9);
  assert.deepEqual(said, [`replaced ${TERRA}`, "satellites"]);
});

Deno.test("LiveFeed finds what comes shortly after its tick, in whatever order", async () => {
  const { test, said } = await givenFeed([
    ...positionsOf(TERRA, 0, 10),
    ...positionsOf(AQUA, 0, 10),
  ]);
  await using _ = test;
  await test.commit(10, positionsOf(TERRA, 10, 11));
  await test.pollAt(10.5);
  await test.commit(11, positionsOf(TERRA, 11, 12));
  await test.commit(11.6, positionsOf(AQUA, 10, 12));
  await test.commit(12, positionsOf(TERRA, 12, 13));
  assert.deepEqual(said, [
    "tick 10",
    `backfilled ${AQUA} 10 10.001`,
    "tick 11",
  ]);
  await test.commit(12.1, positionsOf(AQUA, 12, 13));
  assert.equal(said.at(-1), "tick 12");
});

Deno.test("LiveFeed tells what the projector noted as late", async () => {
  const { test, said } = await givenFeed();
  await using _ = test;
  await test.commit(10, positionsOf(TERRA, -500, -400));
  assert.deepEqual(said, [`backfilled ${TERRA} -500 -400.999`]);
});

Deno.test("LiveFeed tells only what a tick has passed as filled in", async () => {
  const { test, said } = await givenFeed();
  await using _ = test;
  await test.commit(40, positionsOf(TERRA, 5.5, 30));
  assert.equal(said[0], `backfilled ${TERRA} 5.5 9.001`);
  assert.equal(said[1], `backfilled ${TERRA} 5.5 8.501`);
  assert.deepEqual(said.filter((one) => one.startsWith("tick")).length, 21);
});

Deno.test("LiveFeed announces hours that come at once, and sends their end", async () => {
  const { test, said } = await givenFeed();
  await using _ = test;
  await test.commit(3_000, positionsOf(TERRA, 10, 3_001));
  const ticks = said.filter((one) => one.startsWith("tick"));
  assert.ok(said.includes(`backfilled ${TERRA} 9.001 2980.001`));
  assert.deepEqual([ticks.length, ticks[0]], [20, "tick 2981"]);
});

Deno.test("LiveFeed sends all of what came within a minute", async () => {
  const { test, said } = await givenFeed();
  await using _ = test;
  await test.commit(69, positionsOf(TERRA, 10, 70));
  const ticks = said.filter((one) => one.startsWith("tick"));
  assert.equal(ticks.length, 60);
});

Deno.test("LiveFeed ignores what a wrong clock dates ahead, until it is time", async () => {
  const { test, said } = await givenFeed();
  await using _ = test;
  await test.commit(10, [
    ...positionsOf(TERRA, 10, 11),
    ...positionsOf(AQUA, 100, 101),
  ]);
  await test.pollAt(10.6);
  assert.deepEqual(said, ["satellites", "tick 10"]);
  assert.equal(test.feed.lastTickMs, START_MS + 10_000);
  for (let second = 11; second < 99; second += 8) {
    await test.commit(second + 7, positionsOf(TERRA, second, second + 8));
  }
  await test.commit(99.5, positionsOf(TERRA, 99, 100));
  assert.ok(said.includes("tick 99") && !said.includes("tick 100"));
  await test.pollAt(100.1);
  assert.equal(said.at(-1), "tick 100");
});

Deno.test("LiveFeed says again and again that nothing comes, and once that it does", async () => {
  const { test, said } = await givenFeed();
  await using _ = test;
  await test.pollAt(14);
  assert.deepEqual(said, []);
  await test.pollAt(14.001);
  await test.pollAt(19);
  assert.deepEqual(said, ["behind"]);
  await test.pollAt(19.001);
  assert.deepEqual(said, ["behind", "behind"]);
  assert.match(text(test.feed.encodeState()), /"behind_seconds":10/);
  await test.commit(20, positionsOf(TERRA, 20, 21));
  assert.equal(said.at(-1), "live");
  assert.match(text(test.feed.encodeState()), /"state":"live"/);
});

Deno.test("LiveFeed lets a satellite of a longer step take its time", async () => {
  await using test = await TestApp.given();
  await test.feed.poll();
  for (const second of [0, 60, 120]) {
    await test.commit(second, positionsOf(TERRA, second, second + 1));
  }
  const said = listen(test.feed);
  await test.pollAt(420);
  assert.deepEqual(said, []);
  await test.pollAt(420.001);
  assert.deepEqual(said, ["behind"]);
});

Deno.test("LiveFeed tells a hole the size of a pause as behind, not as a step", async () => {
  const { test, said } = await givenFeed();
  await using _ = test;
  await test.pollAt(100);
  await test.commit(130, positionsOf(TERRA, 130, 131));
  await test.pollAt(135.001);
  assert.deepEqual(
    said.filter((one) => !one.startsWith("backfilled")),
    ["behind", "tick 130", "live", "behind"],
  );
});

Deno.test("LiveFeed tells of a new satellite, and of a new element set", async () => {
  const { test, said } = await givenFeed();
  await using _ = test;
  await test.commit(10, positionsOf(TERRA, 10, 11));
  assert.deepEqual(said, ["tick 10"]);
  await test.commit(11, positionsOf(AQUA, 11, 12));
  assert.ok(said.includes("satellites"));
  said.length = 0;
  await test.commit(
    12,
    positionsOf(TERRA, 12, 13, { elementSetId: "0123456789ab" }),
  );
  assert.ok(said.includes("satellites"));
});

Deno.test("LiveFeed tells a new list a second after the last at the earliest", async () => {
  const { test, said } = await givenFeed();
  await using _ = test;
  await test.commit(9.4, positionsOf(AQUA, 9, 10));
  assert.ok(!said.includes("satellites"));
  await test.pollAt(10);
  assert.ok(said.includes("satellites"));
});

Deno.test("LiveFeed tells others what one listener fails at", async () => {
  const { test, said } = await givenFeed();
  await using _ = test;
  const errors: string[] = [];
  test.feed.subscribe({
    take: () => {
      throw new Error("broken");
    },
    fail: ({ message }) => errors.push(message),
  });
  const after = listen(test.feed);
  await test.commit(10, positionsOf(TERRA, 10, 11));
  assert.deepEqual([said, after], [["tick 10"], ["tick 10"]]);
  assert.deepEqual(errors, ["broken"]);
});

Deno.test("LiveFeed tells nothing to one who has had enough", async () => {
  const { test } = await givenFeed();
  await using _ = test;
  let told = 0;
  const unsubscribe = test.feed.subscribe({ take: () => told++, fail() {} });
  unsubscribe();
  await test.commit(10, positionsOf(TERRA, 10, 11));
  assert.equal(told, 0);
});

Deno.test("LiveFeed calls a commit told only when all have heard of it", async () => {
  const { test } = await givenFeed();
  await using _ = test;
  const seen: number[] = [];
  test.feed.subscribe({
    take: () => seen.push(test.feed.told.revision),
    fail() {},
  });
  await test.commit(10, positionsOf(TERRA, 10, 11));
  assert.deepEqual(seen, [1]);
  assert.equal(test.feed.told.revision, 2);
});
