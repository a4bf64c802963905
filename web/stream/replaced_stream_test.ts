import assert from "node:assert/strict";
import {
  at,
  positionsOf,
  START_MS,
  TERRA,
} from "../testdata/given_positions.ts";
import { givenRange, secondsOf, timesOf } from "../testdata/recorded_range.ts";
import { TestApp } from "../testdata/test_app.ts";

Deno.test("a range is read anew from a projection that takes the place of its own", async () => {
  await using test = await givenRange(3_000);
  const stream = await test.stream(`from=${at(0)}&satellites=${TERRA}`);
  const first = await stream.until(({ event }) => event === "positions");
  const before = test.feed.told.projection;
  await test.projection.replace();
  await test.commit(
    3_000,
    positionsOf(TERRA, 0, 3_000, { altitudeKm: 800 }),
  );
  const rest = await stream.untilState("live");
  const frames = rest.filter(({ event }) => event === "positions");
  assert.deepEqual(timesOf([...first, ...rest]), secondsOf(0, 3_000));
  const replaced = frames.filter(({ id }) => !id!.includes(before));
  assert.ok(replaced.length > 1_000, `${replaced.length}`);
  for (const { data } of replaced) {
    assert.equal(data.positions[0].altitude_km, 800);
  }
  // Told before the first id that says so, in case it is cut right after.
  const told = rest.findIndex(({ event }) => event === "backfilled");
  const newId = rest.findIndex((event) => event === replaced[0]);
  assert.ok(told >= 0 && told < newId, `${told}, ${newId}`);
  assert.deepEqual(rest[told]!.data, {
    norad_id: TERRA,
    from: at(0),
    to: new Date(Date.parse(replaced[0]!.data.time) - 999).toISOString(),
  });
});

Deno.test("a range goes on, though a projection made anew does not know its satellites yet", async () => {
  await using test = await givenRange(3_000);
  const stream = await test.stream(`from=${at(0)}&satellites=${TERRA}`);
  const [first] = await stream.until(({ event }) => event === "positions");
  await test.projection.replace();
  await test.feed.poll();
  const range = await stream.untilState("live");
  const { id } = [first!, ...range].findLast(({ id }) => id !== null)!;
  const query = `from=${at(0)}&satellites=${TERRA}&last_event_id=${id}`;
  const resumed = await test.stream(query);
  await resumed.untilState("live");
  await test.commit(3_000, positionsOf(TERRA, 0, 3_001));
  for (const one of [stream, resumed]) {
    const events = await one.until(({ event }) => event === "positions");
    assert.deepEqual(timesOf(events), [3_000]);
    const late = events.filter(({ event }) => event === "backfilled");
    assert.equal(late[0]!.data.from, at(0));
  }
});

Deno.test("a stream that was opened before anything was read gets its range announced", async () => {
  await using test = await TestApp.given(positionsOf(TERRA, 0, 100));
  test.nowMs = START_MS + 99_000;
  const stream = await test.stream(`from=${at(90)}`);
  await stream.untilState("live");
  await test.feed.poll();
  assert.deepEqual((await stream.next())!.data, {
    norad_id: TERRA,
    from: at(90),
    to: at(99.001),
  });
});

Deno.test("a stream says so when its projection is out of reach", async () => {
  await using test = await givenRange(3_000);
  const stream = await test.stream(`from=${at(0)}`);
  await stream.until(({ event }) => event === "positions");
  await test.projection.replace();
  await test.feed.poll();
  // At once, before the stream has turned to the new one.
  Deno.removeSync(test.projection.link);
  const problem = (await stream.rest()).at(-1)!;
  assert.deepEqual([problem.event, problem.data.status], ["problem", 503]);
  assert.deepEqual(test.errors, []);
});
