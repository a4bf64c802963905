import assert from "node:assert/strict";
import { Problem } from "../problem.ts";
import { ClientRegistry } from "./client_registry.ts";

const LIMITS = { inAll: 3, perAddress: 2 };

function refusal(status: number, text: RegExp) {
  return (error: unknown) =>
    error instanceof Problem && error.status === status &&
    text.test(error.message);
}

Deno.test("ClientRegistry takes in no more of one address than its limit", () => {
  const clients = new ClientRegistry(() => 0, LIMITS);
  clients.admit("a");
  clients.admit("a");
  assert.throws(
    () => clients.admit("a"),
    refusal(429, /more than 2 clients of one address/),
  );
  clients.admit("b");
  assert.equal(clients.size, 3);
});

Deno.test("ClientRegistry takes in no more in all than its limit", () => {
  const clients = new ClientRegistry(() => 0, LIMITS);
  for (const address of ["a", "b", "c"]) clients.admit(address);
  assert.throws(
    () => clients.admit("d"),
    refusal(503, /more than 3 clients/),
  );
});

Deno.test("ClientRegistry has room again when a client is gone", async () => {
  const clients = new ClientRegistry(() => 0, LIMITS);
  const first = clients.admit("a");
  clients.admit("a");
  await first.body.cancel();
  assert.equal(clients.size, 1);
  clients.admit("a");
  assert.throws(() => clients.admit("a"), Problem);
});

Deno.test("ClientRegistry sends heartbeats until it is told to stop", async () => {
  const clients = new ClientRegistry(() => 0, LIMITS, { heartbeatMs: 5 });
  const stop = new AbortController();
  const running = clients.run(stop.signal);
  const client = clients.admit("a");
  const reader = client.body.getReader();
  for (let i = 0; i < 2; i++) {
    const { value } = await reader.read();
    assert.equal(new TextDecoder().decode(value), ": heartbeat\n\n");
  }
  stop.abort();
  await running;
  while (!(await reader.read()).done);
  assert.equal(clients.size, 0);
  assert.throws(() => clients.admit("a"), refusal(503, /is stopping/));
});

Deno.test("ClientRegistry finds by its heartbeats who has stopped reading", async () => {
  let nowMs = 0;
  const reasons: string[] = [];
  const clients = new ClientRegistry(() => nowMs, LIMITS, {
    heartbeatMs: 5,
    bounds: { unreadBytes: 1_000_000, deadlineMs: 10 },
    onDropped: ({ message }) => reasons.push(message),
  });
  const stop = new AbortController();
  const running = clients.run(stop.signal);
  const [stalled, other] = [clients.admit("a"), clients.admit("a")];
  stalled.body.getReader().closed.catch(() => {});
  const reader = other.body.getReader();
  for (let i = 0; i < 5; i++) {
    await reader.read();
    nowMs += 10;
  }
  await stalled.closed;
  assert.deepEqual([stalled.isClosed, other.isClosed], [true, false]);
  assert.deepEqual(reasons, ["Dropped a client as it read nothing for 0.01 s"]);
  stop.abort();
  await running;
});
