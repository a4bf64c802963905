import assert from "node:assert/strict";
import type { ReceivedEvent } from "../testdata/event_reader.ts";
import {
  AQUA,
  at,
  HOUR_MS,
  positionsOf,
  START_MS,
  TERRA,
} from "../testdata/given_positions.ts";
import { TestApp } from "../testdata/test_app.ts";

const timesOf = (events: readonly ReceivedEvent[]) =>
  events.filter(({ event }) => event === "positions")
    .map(({ data }) => (Date.parse(data.time) - START_MS) / 1000);

const lateOf = (events: readonly ReceivedEvent[]) =>
  events.filter(({ event }) => event === "backfilled").map(({ data }) => data);

async function given(): Promise<TestApp> {
  const test = await TestApp.given(positionsOf(TERRA, 0, 100));
  await test.pollAt(99);
  return test;
}

/** The id of a live frame that was sent at `second`. */
async function idAt(test: TestApp, second: number): Promise<string> {
  const stream = await test.stream();
  await stream.untilState("live");
  await test.commit(second, positionsOf(TERRA, second, second + 1));
  const frame = await stream.next();
  await stream.cancel();
  return frame!.id!;
}

Deno.test("who resumes a live stream is sent what came meanwhile", async () => {
  await using test = await given();
  const id = await idAt(test, 100);
  for (const second of [101, 102, 103]) {
    await test.commit(second, positionsOf(TERRA, second, second + 1));
  }
  const byHeader = await test.stream("", { headers: { "last-event-id": id } });
  const events = await byHeader.untilState("live");
  assert.deepEqual(timesOf(events), [101, 102, 103]);
  const byQuery = await test.stream(`last_event_id=${id}`);
  assert.deepEqual(timesOf(await byQuery.untilState("live")), [101, 102, 103]);
});

Deno.test("who resumes by header and by query resumes by the header", async () => {
  await using test = await given();
  const older = await idAt(test, 100);
  const newer = await idAt(test, 101);
  await test.commit(102, positionsOf(TERRA, 102, 103));
  const stream = await test.stream(`last_event_id=${older}`, {
    headers: { "last-event-id": newer },
  });
  assert.deepEqual(timesOf(await stream.untilState("live")), [102]);
});

Deno.test("who resumes is told of what was filled in, and of the last seconds", async () => {
  await using test = await given();
  const id = await idAt(test, 100);
  const late = [...positionsOf(TERRA, 20.5, 30), ...positionsOf(AQUA, 20, 30)];
  test.projection.commit(late, { nowMs: START_MS + 101_000 });
  const stream = await test.stream(`last_event_id=${id}&satellites=${TERRA}`);
  const events = await stream.untilState("live");
  assert.deepEqual(lateOf(events), [
    { norad_id: TERRA, from: at(20.5), to: at(100.001) },
  ]);
});

Deno.test("who resumes is not told again of what was told before its id", async () => {
  await using test = await given();
  await test.commit(99.5, positionsOf(TERRA, 20.5, 30));
  const id = await idAt(test, 100);
  const stream = await test.stream(`last_event_id=${id}`);
  const events = await stream.untilState("live");
  assert.deepEqual(lateOf(events), [
    { norad_id: TERRA, from: at(80.001), to: at(100.001) },
  ]);
});

Deno.test("who resumes after another projection gets its whole window announced", async () => {
  await using test = await given();
  const id = await idAt(test, 100);
  await test.projection.replace();
  await test.commit(102, [
    ...positionsOf(TERRA, 0, 103),
    ...positionsOf(AQUA, 0, 103),
  ]);
  const query = `last_event_id=${id}&satellites=${TERRA}`;
  const window = await test.stream(`${query}&from=${at(50)}`);
  const events = await window.untilState("live");
  assert.deepEqual(lateOf(events), [
    { norad_id: TERRA, from: at(50), to: at(100.001) },
  ]);
  assert.deepEqual(timesOf(events), [101, 102]);
  const live = await (await test.stream(query)).untilState("live");
  assert.deepEqual(lateOf(live), [
    { norad_id: TERRA, from: at(100.001 - 86_400), to: at(100.001) },
  ]);
});

Deno.test("who resumes after more than a day gets its window announced, as notes are gone", async () => {
  await using test = await given();
  const id = await idAt(test, 100);
  await test.pollAt(100 + 86_400);
  const stream = await test.stream(`last_event_id=${id}&from=${at(50)}`);
  const events = await stream.untilState("behind");
  assert.deepEqual(lateOf(events), [
    { norad_id: TERRA, from: at(50), to: at(100.001) },
  ]);
});

Deno.test("who resumes a live stream after more than a day is not sent all of it", async () => {
  await using test = await given();
  const id = await idAt(test, 100);
  const now = 100 + 86_402;
  await test.commit(
    now,
    positionsOf(TERRA, now - 3_600, now + 1, {
      stepS: 600,
    }),
  );
  const stream = await test.stream(`last_event_id=${id}`);
  const events = await stream.untilState("live");
  assert.deepEqual(timesOf(events), []);
  assert.deepEqual(lateOf(events), [
    { norad_id: TERRA, from: at(100.001 - 86_400), to: at(now + 0.001) },
  ]);
});

Deno.test("who resumes a range is sent the rest of it, and nothing before it", async () => {
  await using test = await given();
  const range = `from=${at(10)}&to=${at(20)}`;
  const whole = await (await test.stream(range)).rest();
  const id = whole.find(({ data }) => data?.time === at(15))!.id!;
  const rest = await (await test.stream(`${range}&last_event_id=${id}`)).rest();
  assert.deepEqual(timesOf(rest), [16, 17, 18, 19]);
  const other = `from=${at(17)}&to=${at(20)}&last_event_id=${id}`;
  assert.deepEqual(timesOf(await (await test.stream(other)).rest()), [
    17,
    18,
    19,
  ]);
});

Deno.test("who resumes a thinned range is sent the whole bucket in which it was cut", async () => {
  await using test = await TestApp.given([
    ...positionsOf(TERRA, 0, 101),
    ...positionsOf(AQUA, 3, 101),
  ]);
  await test.pollAt(100);
  const range = `from=${at(0)}&to=${at(50)}&points=5`;
  const whole = await (await test.stream(range)).rest();
  assert.deepEqual(timesOf(whole), [0, 3, 10, 20, 30, 40]);
  // The first bucket's position of AQUA was not sent yet.
  const id = whole.find(({ data }) => data?.time === at(0))!.id!;
  const rest = await (await test.stream(`${range}&last_event_id=${id}`)).rest();
  assert.deepEqual(timesOf(rest), [0, 3, 10, 20, 30, 40]);
});

Deno.test("who resumes a replay goes on at its pace from where it was", async () => {
  await using test = await given();
  const range = `from=${at(0)}&to=${at(80)}`;
  const whole = await (await test.stream(range)).rest();
  const id = whole.find(({ data }) => data?.time === at(70))!.id!;
  const started = performance.now();
  const query = `${range}&speed=10&last_event_id=${id}`;
  const rest = await (await test.stream(query)).rest();
  assert.deepEqual(timesOf(rest), [71, 72, 73, 74, 75, 76, 77, 78, 79]);
  const tookMs = performance.now() - started;
  assert.ok(tookMs > 880 && tookMs < 7_000, `${tookMs}`);
});

Deno.test("who resumes ahead of what is recorded is sent ticks as they come", async () => {
  await using test = await given();
  const id = await idAt(test, 100);
  // As after a restart, with a projection that is being made anew.
  await using again = await TestApp.given(positionsOf(TERRA, 0, 50));
  await again.pollAt(100.5);
  const stream = await again.stream(`last_event_id=${id}`);
  const events = await stream.untilState("behind");
  assert.deepEqual(lateOf(events), [
    { norad_id: TERRA, from: at(100.001 - 86_400), to: at(100.001) },
  ]);
  await again.commit(100.6, positionsOf(TERRA, 50, 52));
  await again.pollAt(106);
  assert.deepEqual(timesOf(await stream.untilState("behind", "live")), [
    50,
    51,
  ]);
});

Deno.test("who resumes is told of whole hours of a satellite on several topics", async () => {
  await using test = await TestApp.given(positionsOf(TERRA, 0, 100), {
    topic: "second_topic",
    topics: ["first_topic", "second_topic"],
  });
  test.projection.commit(positionsOf(TERRA, -7_200, -7_199), {
    topic: "first_topic",
  });
  await test.pollAt(99);
  const stream = await test.stream(`satellites=${TERRA}`);
  await stream.untilState("live");
  await test.commit(100, positionsOf(TERRA, 100, 101), {
    topic: "second_topic",
  });
  const id = (await stream.until(({ event }) => event === "positions"))
    .at(-1)!.id!;
  test.projection.commit(positionsOf(TERRA, -1_800, -1_799), {
    topic: "first_topic",
    nowMs: START_MS + 101_000,
  });
  const again = await test.stream(`last_event_id=${id}`);
  const events = await again.untilState("live");
  assert.deepEqual(lateOf(events), [{
    norad_id: TERRA,
    from: at(-HOUR_MS / 1000),
    to: at(100.001),
  }]);
});
