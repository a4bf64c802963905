import assert from "node:assert/strict";
import {
  batchOf,
  GivenProjection,
  positions,
} from "../testdata/given_projection.ts";
import { waitUntilReached } from "./wait_until_reached.ts";

/** A projection of so many records of one topic. */
function givenRecords(count: number): GivenProjection {
  const given = new GivenProjection();
  const values = Array.from({ length: count }, () => positions({}));
  given.apply([batchOf("a_topic", 0, values)]);
  return given;
}

async function wait(inUse: GivenProjection, begun: GivenProjection) {
  const said: string[] = [];
  await waitUntilReached({ inUse: inUse.db, begun: begun.db }, {
    report: (message) => said.push(message),
    signal: new AbortController().signal,
    standstillMs: 300,
  });
  return said;
}

Deno.test("waitUntilReached() returns at once where the one in use is as far, or further", async () => {
  using inUse = givenRecords(3);
  for (const count of [3, 2]) {
    using begun = givenRecords(count);
    assert.deepEqual(await wait(inUse, begun), []);
  }
});

Deno.test("waitUntilReached() waits for one that goes on, and says so", async () => {
  using inUse = givenRecords(3);
  using begun = givenRecords(5);
  const waiting = wait(inUse, begun);
  inUse.apply([batchOf("a_topic", 3, [positions({}), positions({})])]);
  assert.deepEqual(await waiting, [
    "Waiting for the one in use, which has 2 records yet to apply that this " +
    "one holds",
  ]);
});

Deno.test("waitUntilReached() gives up on one that stands still, with the remedy", async () => {
  using inUse = givenRecords(3);
  using begun = givenRecords(5);
  await assert.rejects(
    wait(inUse, begun),
    /^Error: Cannot compare .*: it lacks 2 records, and stands still\. Start the projector, or .*--restart$/,
  );
});
