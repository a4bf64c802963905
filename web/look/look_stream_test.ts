import assert from "node:assert/strict";
import type { ElementSet } from "../../tle/element_set.ts";
import { elementSetId } from "../../tle/element_set_id.ts";
import { createElementMotion } from "../../tle/passes/element_motion.ts";
import { AQUA, positionAt } from "../testdata/given_positions.ts";
import { ServedApp } from "../testdata/served_app.ts";
import { recordedOrbit } from "../testdata/recorded_orbit.ts";
import { TestApp, type TestAppOptions } from "../testdata/test_app.ts";
import {
  eventOf,
  LOOK,
  MOSCOW,
  NORTH_MS,
  terra,
} from "./testdata/given_looks.ts";

const STREAM = `${LOOK}?${MOSCOW}&stream=true`;
const at = (seconds: number) =>
  new Date(NORTH_MS + seconds * 1000).toISOString();

/** Whose clock shows a moment before a second, so that no test waits for long. */
function setClock(test: TestApp, seconds: number): void {
  test.nowMs = NORTH_MS + seconds * 1000 + 990;
}

async function givenApp(
  events: Parameters<typeof TestApp.given>[0] = [eventOf(terra)],
  options: TestAppOptions = {},
) {
  const test = await TestApp.given(events, options);
  setClock(test, -1);
  return test;
}

async function openStream(test: TestApp, path = STREAM, init?: RequestInit) {
  const response = await test.get(path, init);
  if (response.status !== 200) assert.fail(await response.text());
  return test.read(response);
}

type Stream = Awaited<ReturnType<typeof openStream>>;

/** Lets the clock go on to a second, and reads the look of it. */
async function lookOf(test: TestApp, stream: Stream, seconds: number) {
  setClock(test, seconds);
  const event = await stream.next();
  assert.deepEqual([event?.event, event?.id, event?.data.time], [
    "look",
    at(seconds),
    at(seconds),
  ]);
  return event!.data;
}

/** Another set of the same satellite. */
const setOf = (change: Partial<ElementSet>): ElementSet => ({
  ...terra,
  ...change,
});
const before = setOf({ epochUs: terra.epochUs - 86_400e6 });
const after = setOf({ epochUs: terra.epochUs - 43_200e6 });

Deno.test("a stream of looks tells each second what GET look tells of it", async () => {
  await using test = await givenApp();
  const stream = await openStream(test, `${STREAM}&frequency_mhz=437`);
  const azimuths: number[] = [];
  for (let second = -4; second < 6; second++) {
    const look = await lookOf(test, stream, second);
    assert.deepEqual(
      look,
      await test.getJson(
        `${LOOK}?${MOSCOW}&frequency_mhz=437&at=${at(second)}&elements=latest`,
      ),
    );
    azimuths.push(look.azimuth_deg);
  }
  assert.deepEqual(test.errors, []);
  // Across north.
  assert.ok(azimuths.some((degrees) => degrees > 359), `${azimuths}`);
  assert.ok(azimuths.some((degrees) => degrees < 1), `${azimuths}`);
  assert.ok(azimuths.every((degrees) => degrees >= 0 && degrees < 360));
});

Deno.test("a stream of looks is what Accept asks for, unless stream says no", async () => {
  await using test = await givenApp();
  const path = `${LOOK}?${MOSCOW}`;
  const asks = { headers: { accept: "text/event-stream" } };
  const stream = await openStream(test, path, asks);
  await lookOf(test, stream, 0);
  const { time } = await test.getJson(`${path}&stream=false`, asks);
  assert.equal(time, new Date(test.nowMs).toISOString());
  for (const accept of ["*/*", "application/json", "text/html"]) {
    await test.getJson(path, { headers: { accept } });
  }
  const head = await test.get(STREAM, { method: "HEAD" });
  assert.equal(head.headers.get("content-type"), "text/event-stream");
  assert.equal(head.headers.get("cache-control"), "no-store");
  assert.equal(head.body, null);
  assert.equal(test.clients.size, 1);
});

Deno.test("a stream of looks does not jump to positions that are ahead of the clock", async () => {
  const range = { fromMs: NORTH_MS - 60_000, toMs: NORTH_MS + 5_000 };
  const stale = setOf({
    epochUs: before.epochUs,
    meanAnomalyDeg: terra.meanAnomalyDeg + 1,
  });
  await using test = await givenApp([
    eventOf(after),
    ...recordedOrbit(stale, range, 1000),
  ]);
  const stream = await openStream(test);
  let last = await lookOf(test, stream, 0);
  for (let second = 1; second < 10; second++) {
    const look = await lookOf(test, stream, second);
    assert.equal(look.source, "predicted");
    const moved = look.range_km - last.range_km;
    assert.ok(Math.abs(moved - last.range_rate_km_s) < 0.1, `${moved}`);
    last = look;
  }
});

Deno.test("a stream of looks takes up new elements within a minute", async () => {
  await using test = await givenApp([eventOf(before)]);
  const stream = await openStream(test);
  const first = await lookOf(test, stream, 0);
  assert.equal(first.element_set.id, elementSetId(before));
  test.projection.commit([eventOf(after)]);
  const second = await lookOf(test, stream, 58);
  assert.equal(second.element_set.id, elementSetId(before));
  const third = await lookOf(test, stream, 60);
  assert.equal(third.element_set.id, elementSetId(after));
});

Deno.test("a stream of looks goes on by the projection that takes the place of its own", async () => {
  await using test = await givenApp([eventOf(before)]);
  const stream = await openStream(test);
  await lookOf(test, stream, 0);
  await test.projection.replace();
  test.projection.commit([positionAt(AQUA, NORTH_MS)]);
  // It does not know the satellite yet.
  const unknown = await lookOf(test, stream, 61);
  assert.equal(unknown.element_set.id, elementSetId(before));
  test.projection.commit([eventOf(after)]);
  const known = await lookOf(test, stream, 62);
  assert.equal(known.element_set.id, elementSetId(after));
  assert.deepEqual(test.errors, []);
});

Deno.test("a stream of looks goes on for ten minutes without a projection, and then says why it ends", async () => {
  await using test = await givenApp();
  const stream = await openStream(test);
  await lookOf(test, stream, 0);
  await Deno.remove(test.projection.link);
  await lookOf(test, stream, 300);
  await lookOf(test, stream, 599);
  setClock(test, 601);
  const [problem, ...others] = await stream.rest();
  assert.deepEqual(others, []);
  assert.deepEqual([problem!.event, problem!.data.status], ["problem", 503]);
  assert.equal(test.clients.size, 0);
  assert.deepEqual(test.errors, []);
});

Deno.test("a stream of looks ends with a problem where the satellite decays", async () => {
  const falling = setOf({ meanMotion: 16.4, bstar: 0.01 });
  const epochMs = Math.ceil(falling.epochUs / 1000);
  const day = { fromMs: epochMs, toMs: epochMs + 86_400_000 };
  const { toMs: endMs } = createElementMotion(falling, day);
  const lastSecond = Math.floor((endMs - NORTH_MS) / 1000);
  await using test = await givenApp([eventOf(falling)]);
  setClock(test, lastSecond - 1);
  const stream = await openStream(test);
  await lookOf(test, stream, lastSecond);
  setClock(test, lastSecond + 1);
  const [problem] = await stream.rest();
  assert.deepEqual([problem!.event, problem!.data.status], ["problem", 422]);
  assert.match(
    problem!.data.detail,
    /^Cannot tell where TERRA is at .*: Cannot propagate TERRA/,
  );
  assert.deepEqual([test.clients.size, test.errors], [0, []]);
  const response = await test.get(STREAM);
  assert.equal(response.status, 422);
});

Deno.test("a stream of looks ends when its client goes away", async () => {
  await using served = await ServedApp.given([eventOf(terra)]);
  const { test } = served;
  setClock(test, 0);
  const abort = new AbortController();
  const response = await fetch(served.url(STREAM), { signal: abort.signal });
  const stream = test.read(response);
  await lookOf(test, stream, 1);
  assert.equal(test.clients.size, 1);
  abort.abort();
  for (let i = 0; i < 500 && test.clients.size > 0; i++) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  assert.equal(test.clients.size, 0);
  assert.deepEqual([test.dropped, test.errors], [[], []]);
});

Deno.test("a stream of looks comes once a second by a clock that runs", async () => {
  await using served = await ServedApp.given([eventOf(terra)]);
  const { test } = served;
  const startMs = NORTH_MS + 800 - performance.now();
  const goOn = () => test.nowMs = startMs + performance.now();
  goOn();
  const clock = setInterval(goOn, 5);
  const stream = test.read(await fetch(served.url(STREAM)));
  try {
    for (let second = 1; second <= 3; second++) {
      const look = await stream.next();
      assert.equal(look!.id, at(second));
      const lateMs = startMs + performance.now() - NORTH_MS - second * 1000;
      assert.ok(lateMs >= 0 && lateMs < 500, `${lateMs} ms late`);
    }
  } finally {
    clearInterval(clock);
  }
});

Deno.test("a stream of looks drops a client that does not read, and others go on", async () => {
  await using test = await givenApp(undefined, {
    clients: { bounds: { unreadBytes: 1_000_000, deadlineMs: 15_000 } },
  });
  const stalled = await test.get(STREAM);
  const stream = await openStream(test);
  for (let second = 0; second < 20; second += 4) {
    await lookOf(test, stream, second);
  }
  assert.equal(test.clients.size, 1);
  assert.deepEqual(test.dropped, [
    "Dropped a client as it read nothing for 15 s",
  ]);
  await assert.rejects(stalled.text(), /read nothing for 15 s/);
  await lookOf(test, stream, 20);
});

Deno.test("a stream of looks is one of the clients that are counted", async () => {
  await using test = await givenApp(undefined, {
    limits: { inAll: 1, perAddress: 1 },
  });
  const stream = await openStream(test);
  assert.equal((await test.get(STREAM)).status, 503);
  await stream.cancel();
  await openStream(test);
});
