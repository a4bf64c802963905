import assert from "node:assert/strict";
import { at, positionAt, START_MS } from "../testdata/given_positions.ts";
import { ServedApp } from "../testdata/served_app.ts";
import type { TestApp } from "../testdata/test_app.ts";

/** A frame of so many satellites takes some 200 KB: few fill all buffers. */
const SATELLITES = 2_000;
const MEGABYTE = 1_048_576;

const tick = (second: number) =>
  Array.from(
    { length: SATELLITES },
    (_, i) => positionAt(80_000 + i, START_MS + second * 1_000),
  );

/** Reads until a text comes; returns how much came before it. */
async function readUntil(
  connection: Deno.TcpConn,
  text: string,
): Promise<number> {
  const buffer = new Uint8Array(65_536);
  const decoder = new TextDecoder();
  let read = 0;
  let tail = "";
  for (;;) {
    const count = await connection.read(buffer);
    if (count === null) throw new Error(`The stream ended before ${text}`);
    read += count;
    tail = tail.slice(-text.length) + decoder.decode(buffer.subarray(0, count));
    if (tail.includes(text)) return read;
  }
}

async function readToEnd(connection: Deno.TcpConn): Promise<string> {
  const buffer = new Uint8Array(65_536);
  let text = "";
  for (;;) {
    const count = await connection.read(buffer).catch(() => null);
    if (count === null) return text;
    text += new TextDecoder().decode(buffer.subarray(0, count));
  }
}

/** Lets five seconds go by, of which the healthy client reads all. */
async function goOn(
  test: TestApp,
  healthy: Deno.TcpConn,
  second: number,
): Promise<void> {
  const ticks = [1, 2, 3, 4, 5].flatMap((i) => tick(second + i));
  await Promise.all([
    test.commit(second + 5, ticks),
    readUntil(healthy, `"time":"${at(second + 5)}"`),
  ]);
}

Deno.test("a client that stops reading is dropped when too much is unread, and others go on", async () => {
  const bounds = { unreadBytes: MEGABYTE, deadlineMs: Infinity };
  await using served = await ServedApp.given(tick(0), { clients: { bounds } });
  const { test } = served;
  await test.pollAt(0);
  const stalled = await served.connect("/api/v1/stream");
  const healthy = await served.connect("/api/v1/stream");
  let second = 0;
  for (; test.clients.size === 2 && second < 300; second += 5) {
    await goOn(test, healthy, second);
  }
  assert.equal(test.clients.size, 1);
  await goOn(test, healthy, second);
  assert.match(
    test.dropped.join(),
    /^Dropped a client as it left \d+ bytes unread, more than 1048576$/,
  );
  // What was on its way comes, and then the connection ends in its midst.
  const text = await readToEnd(stalled);
  assert.ok(!text.endsWith("0\r\n\r\n"), "it does not look whole");
  assert.deepEqual(test.errors, []);
});

Deno.test("a client that stops reading is dropped after the deadline, and others go on", async () => {
  const bounds = { unreadBytes: 1_000 * MEGABYTE, deadlineMs: 15_000 };
  await using served = await ServedApp.given(tick(0), { clients: { bounds } });
  const { test } = served;
  await test.pollAt(0);
  await served.connect("/api/v1/stream");
  const healthy = await served.connect("/api/v1/stream");
  let second = 0;
  for (; test.clients.size === 2 && second < 300; second += 5) {
    await goOn(test, healthy, second);
  }
  assert.equal(test.clients.size, 1);
  assert.ok(second > 15, `it was dropped after ${second} s`);
  assert.deepEqual(test.dropped, [
    "Dropped a client as it read nothing for 15 s",
  ]);
  await goOn(test, healthy, second);
});

Deno.test("a client that stops reading a range is found by the heartbeats", async () => {
  const bounds = { unreadBytes: MEGABYTE, deadlineMs: 15_000 };
  const ticks = Array.from({ length: 60 }, (_, second) => tick(second));
  await using served = await ServedApp.given(ticks.flat(), {
    clients: { bounds, heartbeatMs: 5 },
  });
  const { test } = served;
  await test.pollAt(59);
  const stop = new AbortController();
  const running = test.clients.run(stop.signal);
  await served.connect(`/api/v1/stream?from=${at(0)}`);
  while (test.clients.size === 1) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    test.nowMs += 1_000;
  }
  assert.deepEqual(test.dropped, [
    "Dropped a client as it read nothing for 15 s",
  ]);
  stop.abort();
  await running;
});

Deno.test("a client that reads slowly gets all of a range, and then live", async () => {
  const bounds = { unreadBytes: MEGABYTE, deadlineMs: 15_000 };
  const ticks = Array.from({ length: 40 }, (_, second) => tick(second));
  await using served = await ServedApp.given(ticks.flat(), {
    clients: { bounds },
  });
  const { test } = served;
  await test.pollAt(39);
  const slow = await served.connect(`/api/v1/stream?from=${at(0)}`);
  // More comes meanwhile than a client that does not read is allowed to leave.
  for (let second = 40; second < 80; second += 5) {
    const more = [0, 1, 2, 3, 4].flatMap((i) => tick(second + i));
    await test.commit(second + 4, more);
  }
  await readUntil(slow, '"state":"live"');
  await test.commit(80, tick(80));
  await readUntil(slow, `"time":"${at(80)}"`);
  assert.deepEqual(test.dropped, []);
});

Deno.test("a client that hangs up is forgotten", async () => {
  await using served = await ServedApp.given([positionAt(1, START_MS)]);
  const { test } = served;
  await test.pollAt(0);
  const connection = await served.connect("/api/v1/stream");
  await readUntil(connection, '"state":"live"');
  connection.close();
  for (let i = 0; i < 500 && test.clients.size > 0; i++) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  assert.equal(test.clients.size, 0);
  assert.deepEqual([test.dropped, test.errors], [[], []]);
});
