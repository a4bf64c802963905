import assert from "node:assert/strict";
import type { EventReader } from "../testdata/event_reader.ts";
import {
  at,
  positionsOf,
  START_MS,
  TERRA,
} from "../testdata/given_positions.ts";
import { TestApp } from "../testdata/test_app.ts";

/** Timers are late on a busy machine, but never early. */
const LATE_MS = 2_000;

interface Arrival {
  readonly second: number;
  readonly afterMs: number;
}

/** When each frame of a stream came, in ms since it was asked for. */
async function arrivals(asked: Promise<EventReader>): Promise<Arrival[]> {
  const started = performance.now();
  const stream = await asked;
  const arrived: Arrival[] = [];
  for (;;) {
    const event = await stream.next();
    if (event === null) return arrived;
    if (event.event !== "positions") continue;
    const second = (Date.parse(event.data.time) - START_MS) / 1000;
    arrived.push({ second, afterMs: performance.now() - started });
  }
}

for (const speed of [1, 10, 60, 600]) {
  Deno.test(`a range replayed ${speed} times faster takes its time, gaps too`, async () => {
    // Twenty positions within half a second, with a hole in the middle.
    const stepS = speed / 40;
    await using test = await TestApp.given([
      ...positionsOf(TERRA, 0, 8 * stepS, { stepS }),
      ...positionsOf(TERRA, 12 * stepS, 21 * stepS, { stepS }),
    ]);
    await test.pollAt(21 * stepS + 3_600);
    const to = at(20 * stepS);
    const arrived = await arrivals(
      test.stream(`from=${at(0)}&to=${to}&speed=${speed}`),
    );
    assert.equal(arrived.length, 16);
    for (const { second, afterMs } of arrived) {
      const dueMs = second / speed * 1000;
      assert.ok(afterMs > dueMs - 20, `${second} s came after ${afterMs} ms`);
      assert.ok(afterMs < dueMs + LATE_MS, `${second} s after ${afterMs} ms`);
    }
  });
}

Deno.test("a replay says how fast it is, and has its gaps by the time they take", async () => {
  await using test = await TestApp.given([
    ...positionsOf(TERRA, 0, 60),
    ...positionsOf(TERRA, 80, 200),
  ]);
  await test.pollAt(199);
  const query = `from=${at(0)}&to=${at(120)}&speed=600&points=12`;
  const events = await (await test.stream(query)).rest();
  const { speed, bucket_seconds } = events[1]!.data;
  assert.deepEqual([speed, bucket_seconds], [600, 10]);
  const seconds = events.filter(({ event }) => event === "positions")
    .map(({ data }) => (Date.parse(data.time) - START_MS) / 1000);
  assert.deepEqual(seconds, [0, 10, 20, 30, 40, 50, 80, 90, 100, 110]);
  assert.ok(!events.some(({ event }) => event === "gaps"));
});

Deno.test("a replay that catches up runs on into live, without a hole or a repeat", async () => {
  await using test = await TestApp.given(positionsOf(TERRA, 0, 100));
  await test.pollAt(99);
  const stream = await test.stream(`from=${at(0)}&speed=600`);
  let isLive = false;
  let isNewest = false;
  const coming = stream.until(({ data }) => {
    isLive ||= data?.state === "live";
    isNewest ||= data?.time === at(110);
    return isLive && isNewest;
  });
  for (let second = 100; second <= 110; second++) {
    await test.commit(second, positionsOf(TERRA, second, second + 1));
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  assert.deepEqual(
    (await coming).filter(({ event }) => event === "positions")
      .map(({ data }) => (Date.parse(data.time) - START_MS) / 1000),
    Array.from({ length: 111 }, (_, i) => i),
  );
});

Deno.test("what is filled in during a replay is told, as far as it was read", async () => {
  await using test = await TestApp.given(positionsOf(TERRA, 0, 1_000));
  await test.pollAt(999);
  const query = `from=${at(0)}&to=${at(61)}&speed=60`;
  const stream = await test.stream(query);
  await stream.until(({ data }) => data?.time === at(5));
  await test.commit(1_000, positionsOf(TERRA, 2.5, 3));
  await test.commit(1_000.1, positionsOf(TERRA, 30.5, 31));
  await test.commit(1_000.2, positionsOf(TERRA, 500.5, 501));
  const rest = await stream.rest();
  assert.deepEqual(
    rest.filter(({ event }) => event === "backfilled").map(({ data }) => data),
    [{ norad_id: TERRA, from: at(2.5), to: at(30.501) }],
  );
});

Deno.test("a replay ends at once when its client is gone", async () => {
  await using test = await TestApp.given(positionsOf(TERRA, 0, 100, {
    stepS: 50,
  }));
  await test.pollAt(100);
  const stream = await test.stream(`from=${at(0)}&speed=1`);
  await stream.until(({ event }) => event === "positions");
  await stream.cancel();
  assert.equal(test.clients.size, 0);
});
