import assert from "node:assert/strict";
import type { ReceivedEvent } from "../testdata/event_reader.ts";
import {
  AQUA,
  at,
  positionsOf,
  START_MS,
  TERRA,
} from "../testdata/given_positions.ts";
import { givenRange, secondsOf, timesOf } from "../testdata/recorded_range.ts";
import { TestApp } from "../testdata/test_app.ts";

Deno.test("a range of the past is sent at once, and ends", async () => {
  await using test = await givenRange();
  const stream = await test.stream(`from=${at(10)}&to=${at(20)}`);
  const events = await stream.rest();
  assert.deepEqual(timesOf(events), secondsOf(10, 20));
  assert.deepEqual(
    events.map(({ event }) => event).filter((event) => event !== "positions"),
    ["satellites", "state", "state"],
  );
  assert.deepEqual(events[1]!.data, {
    state: "replay",
    server_time: at(99),
    from: at(10),
    to: at(20),
    bucket_seconds: null,
    speed: "max",
  });
  assert.equal(events[2]!.data.positions.length, 2);
  assert.deepEqual(events.at(-1), {
    event: "state",
    id: `${START_MS + 19_999}-${test.feed.told.projection}-1`,
    data: { state: "end", server_time: at(99) },
  });
});

Deno.test("a range that is over is not sent again to who resumes at its end", async () => {
  await using test = await givenRange();
  const query = `from=${at(10)}&to=${at(20)}`;
  const end = (await (await test.stream(query)).rest()).at(-1)!;
  const byHeader = await test.get(`/api/v1/stream?${query}`, {
    headers: { "last-event-id": end.id! },
  });
  assert.equal(byHeader.status, 204);
  assert.equal(byHeader.body, null);
  const byQuery = await test.get(
    `/api/v1/stream?${query}&last_event_id=${end.id}`,
  );
  assert.equal(byQuery.status, 204);
});

Deno.test("a range is thinned by points, with the gaps after it", async () => {
  await using test = await TestApp.given([
    ...positionsOf(TERRA, 0, 50),
    ...positionsOf(TERRA, 60, 101),
    ...positionsOf(AQUA, 5, 101),
  ]);
  await test.pollAt(100);
  const stream = await test.stream(`from=${at(0)}&to=${at(100)}&points=10`);
  const events = await stream.rest();
  assert.equal(events[1]!.data.bucket_seconds, 10);
  assert.deepEqual(timesOf(events), [0, 5, 10, 20, 30, 40, 50, 60, 70, 80, 90]);
  const [gaps, end] = events.slice(-2);
  assert.deepEqual([gaps!.event, gaps!.data], ["gaps", {
    gaps: [{ norad_id: TERRA, from: at(49), to: at(60) }],
  }]);
  assert.equal(end!.data.state, "end");
});

Deno.test("a range runs on into live, without a hole or a repeat", async () => {
  await using test = await givenRange();
  const stream = await test.stream(`from=${at(90)}`);
  const range = await stream.untilState("live");
  assert.deepEqual(timesOf(range), secondsOf(90, 100));
  for (const second of [100, 101, 102]) {
    await test.commit(second, [
      ...positionsOf(TERRA, second, second + 1),
      ...positionsOf(AQUA, second, second + 1),
    ]);
  }
  const live = [await stream.next(), await stream.next(), await stream.next()];
  assert.deepEqual(timesOf(live as ReceivedEvent[]), [100, 101, 102]);
});

Deno.test("what comes live while a range is sent follows it", async () => {
  await using test = await givenRange(3_000);
  const stream = await test.stream(`from=${at(0)}&satellites=${TERRA}`);
  const first = await stream.until(({ event }) => event === "positions");
  for (let second = 3_000; second < 3_100; second++) {
    await test.commit(second, positionsOf(TERRA, second, second + 1));
    await test.pollAt(second + 0.5);
  }
  const rest = await stream.untilState("live");
  assert.deepEqual(timesOf([...first, ...rest]), secondsOf(0, 3_100));
});

Deno.test("what comes live while a range is thinned is not thinned", async () => {
  await using test = await givenRange(3_000);
  const query = `from=${at(0)}&satellites=${TERRA}&points=2999`;
  const stream = await test.stream(query);
  const first = await stream.until(({ event }) => event === "positions");
  for (let second = 3_000; second < 3_005; second++) {
    await test.commit(second, positionsOf(TERRA, second, second + 1));
    await test.pollAt(second + 0.5);
  }
  const times = timesOf([...first, ...await stream.untilState("live")]);
  assert.deepEqual(times.slice(-8), [
    2_994,
    2_996,
    2_998,
    3_000,
    3_001,
    3_002,
    3_003,
    3_004,
  ]);
});

Deno.test("what is filled in while a range is sent is told after it", async () => {
  await using test = await givenRange(3_000);
  const stream = await test.stream(`from=${at(0)}&satellites=${TERRA}`);
  const first = await stream.until(({ event }) => event === "positions");
  await test.commit(3_000, positionsOf(TERRA, 100.5, 110));
  await test.commit(3_001, positionsOf(TERRA, -100, -90));
  const rest = await stream.untilState("live");
  const late = rest.filter(({ event }) => event === "backfilled");
  assert.deepEqual(late.map(({ data }) => data), [
    { norad_id: TERRA, from: at(100.5), to: at(109.501) },
  ]);
  assert.ok(timesOf(first).length === 1);
});

Deno.test("a range without an end in the future ends when that has come", async () => {
  await using test = await givenRange();
  const stream = await test.stream(
    `from=${at(98)}&to=${at(102)}&satellites=${TERRA}`,
  );
  await stream.untilState("live");
  for (const second of [100, 101, 102]) {
    await test.commit(second, [
      ...positionsOf(TERRA, second, second + 1),
      ...positionsOf(AQUA, second, second + 1),
    ]);
  }
  await test.commit(103, [
    ...positionsOf(TERRA, 103, 104),
    ...positionsOf(AQUA, 103, 104),
  ]);
  const events = await stream.rest();
  assert.deepEqual(timesOf(events), [100, 101]);
  assert.equal(events.at(-1)!.data.state, "end");
  assert.equal(Number(events.at(-1)!.id!.split("-")[0]), START_MS + 101_999);
});

Deno.test("a range is sent to its end, though ticks beyond it come with its last", async () => {
  await using test = await givenRange();
  const query = `from=${at(98)}&to=${at(102)}&satellites=${TERRA}`;
  const stream = await test.stream(query);
  await stream.untilState("live");
  await test.commit(105, [
    ...positionsOf(TERRA, 100, 106),
    ...positionsOf(AQUA, 100, 106),
  ]);
  assert.deepEqual(timesOf(await stream.rest()), [100, 101]);
});

Deno.test("a range of the past ends, though nothing was recorded to its end", async () => {
  await using test = await givenRange();
  await test.pollAt(3_600);
  const stream = await test.stream(`from=${at(90)}&to=${at(1_000)}`);
  const events = await stream.rest();
  assert.deepEqual(timesOf(events), secondsOf(90, 100));
  assert.equal(events.at(-1)!.data.state, "end");
});

Deno.test("a range ends when its end is ten seconds past, though nothing comes", async () => {
  await using test = await givenRange();
  await test.pollAt(110);
  const stream = await test.stream(`from=${at(90)}&to=${at(120)}`);
  await stream.untilState("behind");
  await test.pollAt(130);
  await test.pollAt(135.001);
  const events = await stream.rest();
  assert.equal(events.at(-1)!.data.state, "end");
});

Deno.test("a stream from the future sends nothing before that", async () => {
  await using test = await givenRange();
  const stream = await test.stream(`from=${at(101)}&satellites=${TERRA}`);
  await stream.untilState("live");
  for (const second of [100, 101]) {
    await test.commit(second, [
      ...positionsOf(TERRA, second, second + 1),
      ...positionsOf(AQUA, second, second + 1),
    ]);
  }
  assert.equal((await stream.next())!.data.time, at(101));
});

Deno.test("a range without any satellite is empty", async () => {
  await using test = await TestApp.given();
  test.nowMs = START_MS + 100_000;
  const stream = await test.stream(`from=${at(0)}&to=${at(50)}&points=5`);
  const events = await stream.rest();
  assert.deepEqual(timesOf(events), []);
  assert.equal(events.at(-1)!.data.state, "end");
});
