import assert from "node:assert/strict";
import { ClientStream } from "./client_stream.ts";

const BOUNDS = { unreadBytes: 1_000, deadlineMs: 5_000 };

function given() {
  const clock = { nowMs: 0 };
  const client = new ClientStream(() => clock.nowMs, BOUNDS);
  return { clock, client, reader: client.body.getReader() };
}

const bytes = (length: number) => new Uint8Array(length);

Deno.test("ClientStream gives its reader the very bytes that were sent", async () => {
  const { client, reader } = given();
  const [first, second] = [bytes(10), bytes(20)];
  client.send(first);
  client.send(second);
  assert.equal((await reader.read()).value, first);
  assert.equal((await reader.read()).value, second);
});

Deno.test("ClientStream ends after what was sent", async () => {
  const { client, reader } = given();
  client.send(bytes(10));
  client.end();
  client.send(bytes(10));
  client.end();
  assert.equal((await reader.read()).value!.length, 10);
  assert.equal((await reader.read()).done, true);
  assert.ok(client.isClosed);
  assert.equal(await client.closed, null);
});

Deno.test("ClientStream drops a client that leaves too much unread", async () => {
  const { client, reader } = given();
  for (let i = 0; i < 3; i++) client.send(bytes(400));
  assert.equal(client.isClosed, false);
  client.send(bytes(1));
  assert.equal(client.isClosed, true);
  await assert.rejects(
    reader.read(),
    /Dropped a client as it left 1200 bytes unread, more than 1000/,
  );
});

Deno.test("ClientStream lets one event be longer than the bound", () => {
  const { client } = given();
  client.send(bytes(5_000));
  for (let i = 0; i < 5; i++) client.send(bytes(1_000));
  assert.equal(client.isClosed, false);
  client.send(bytes(1));
  client.send(bytes(1));
  assert.equal(client.isClosed, true);
});

Deno.test("ClientStream sends a client that keeps up more than the bound at once", async () => {
  const { client, reader } = given();
  for (let i = 0; i < 3; i++) {
    client.send(bytes(5_000));
    assert.equal((await reader.read()).value!.length, 5_000);
  }
  assert.equal(client.isClosed, false);
});

Deno.test("ClientStream drops a client that has read nothing until the deadline", async () => {
  const { client, clock, reader } = given();
  client.send(bytes(1));
  clock.nowMs = 5_000;
  client.send(bytes(1));
  assert.equal(client.isClosed, false);
  clock.nowMs = 5_001;
  client.send(bytes(1));
  assert.equal(client.isClosed, true);
  await assert.rejects(
    reader.read(),
    /Dropped a client as it read nothing for 5 s/,
  );
});

Deno.test("ClientStream spares a client that reads slowly, but reads", async () => {
  const { client, clock, reader } = given();
  client.send(bytes(1));
  client.send(bytes(1));
  for (let i = 1; i < 10; i++) {
    clock.nowMs += 4_000;
    client.send(bytes(1));
    await reader.read();
  }
  assert.equal(client.isClosed, false);
});

Deno.test("ClientStream spares a client that waits for long, with nothing to read", async () => {
  const { client, clock, reader } = given();
  for (let i = 0; i < 3; i++) {
    client.send(bytes(1));
    await reader.read();
    clock.nowMs += 60_000;
  }
  client.send(bytes(1));
  assert.equal(client.isClosed, false);
});

Deno.test("ClientStream is ready when little is unread, and waits when much is", async () => {
  const clock = () => 0;
  const client = new ClientStream(clock);
  const reader = client.body.getReader();
  client.send(bytes(65_536));
  await client.ready();
  client.send(bytes(1));
  let isReady = false;
  const ready = client.ready().then(() => isReady = true);
  await reader.read();
  assert.equal(isReady, false, "one byte is left");
  await reader.read();
  const last = reader.read();
  await ready;
  client.end();
  await last;
});

Deno.test("ClientStream lets nobody wait for a client that is gone", async () => {
  const { client, reader } = given();
  client.send(bytes(100_000));
  const waiting = Promise.all([client.ready(), client.sleep(3_600_000)]);
  await reader.cancel();
  await waiting;
  await client.closed;
  await client.ready();
  await client.sleep(3_600_000);
  client.send(bytes(1));
});

Deno.test("ClientStream sleeps for as long as it is told", async () => {
  const { client } = given();
  const before = performance.now();
  await client.sleep(30);
  assert.ok(performance.now() - before >= 29);
  await client.sleep(-1);
  client.end();
});
