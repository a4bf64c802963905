import assert from "node:assert/strict";
import { givenServer } from "../testdata/given_server.ts";
import { StatusReader } from "./status_reader.ts";
import { answerOf, NOW_MS } from "./testdata/given_status.ts";

interface Server {
  isThere: boolean;
  asked: number;
  unavailable: string | null;
}

/** A reader with a clock set by hand, and a server that does as it is told. */
async function withReader(
  use: (given: {
    reader: StatusReader;
    after(seconds: number): void;
    server: Server;
  }) => Promise<void>,
): Promise<void> {
  const server: Server = { isThere: true, asked: 0, unavailable: null };
  using _server = givenServer(() => {
    server.asked++;
    const { unavailable } = server;
    return server.isThere
      ? Response.json(answerOf({ unavailable }))
      : new Response("", { status: 502 });
  });
  let clockMs = 1_000;
  const reader = new StatusReader(() => {}, () => clockMs);
  await use({
    reader,
    after: (seconds) => clockMs += 1_000 * seconds,
    server,
  });
}

Deno.test("an answer ages by the reader's own clock, whatever the time there is", async () => {
  await withReader(async ({ reader, after, server }) => {
    assert.equal(reader.read().answer, null);
    await reader.askIfDue(2_000);
    assert.deepEqual(reader.read(), {
      answer: answerOf(),
      nowMs: NOW_MS,
      ageMs: 0,
      waitingMs: 0,
    });
    server.isThere = false;
    after(2);
    await reader.askIfDue(2_000);
    after(5);
    const { nowMs, ageMs, waitingMs } = reader.read();
    assert.deepEqual([nowMs, ageMs], [NOW_MS + 7_000, 7_000]);
    assert.equal(waitingMs, 5_000);
    server.isThere = true;
    await reader.askIfDue(2_000);
    assert.deepEqual(
      [reader.read().ageMs, reader.read().waitingMs],
      [0, 0],
    );
    // Nothing is owed that is not asked for, as on another page.
    after(12);
    assert.equal(reader.read().waitingMs, 0);
  });
});

Deno.test("the server is asked only when it is time to", async () => {
  await withReader(async ({ reader, after, server }) => {
    await reader.askIfDue(15_000);
    after(2);
    await reader.askIfDue(15_000);
    assert.equal(server.asked, 1);
    // The page that shows it has been turned to.
    await reader.askIfDue(2_000);
    assert.equal(server.asked, 2);
  });
});

Deno.test("why there is nothing to show stands until it is asked again", async () => {
  await withReader(async ({ reader, after, server }) => {
    server.unavailable = "It is being made";
    await reader.askIfDue(15_000);
    after(19);
    assert.equal(reader.whyUnavailable, "It is being made");
    after(1);
    assert.equal(reader.whyUnavailable, null);
    server.unavailable = null;
    await reader.askIfDue(15_000);
    assert.equal(reader.whyUnavailable, null);
  });
});
