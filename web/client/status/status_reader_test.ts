import assert from "node:assert/strict";
import { StatusReader } from "./status_reader.ts";
import { answerOf, NOW_MS } from "./testdata/given_status.ts";

/** A reader with a clock set by hand, and a server that does as it is told. */
async function withReader(
  use: (given: {
    reader: StatusReader;
    after(seconds: number): void;
    server: { isThere: boolean; asked: number };
  }) => Promise<void>,
): Promise<void> {
  const { fetch } = globalThis;
  const server = { isThere: true, asked: 0 };
  globalThis.fetch = () => {
    server.asked++;
    return Promise.resolve(
      server.isThere
        ? Response.json(answerOf())
        : new Response("", { status: 502 }),
    );
  };
  let clockMs = 1_000;
  const reader = new StatusReader(() => {}, () => clockMs);
  try {
    await use({
      reader,
      after: (seconds) => clockMs += 1_000 * seconds,
      server,
    });
  } finally {
    globalThis.fetch = fetch;
  }
}

Deno.test("an answer ages by the reader's own clock, whatever the time there is", async () => {
  await withReader(async ({ reader, after, server }) => {
    assert.equal(reader.read().answer, null);
    await reader.askIfDue(2_000);
    assert.deepEqual(reader.read(), {
      answer: answerOf(),
      nowMs: NOW_MS,
      ageMs: 0,
    });
    server.isThere = false;
    after(2);
    await reader.askIfDue(2_000);
    after(5);
    const { nowMs, ageMs } = reader.read();
    assert.deepEqual([nowMs, ageMs], [NOW_MS + 7_000, 7_000]);
    server.isThere = true;
    await reader.askIfDue(2_000);
    assert.equal(reader.read().ageMs, 0);
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
