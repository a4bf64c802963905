import assert from "node:assert/strict";
import {
  at,
  HOUR_MS,
  positionAt,
  positionsOf,
  START_MS,
  TERRA,
} from "../testdata/given_positions.ts";
import { countTurns } from "../testdata/count_turns.ts";
import { TestApp } from "../testdata/test_app.ts";

const PATH = "/api/v1/positions";
const HOURS = 12;
const SECONDS = HOURS * 3_600;
const WHOLE = `${PATH}?from=${at(0)}&to=${at(SECONDS)}`;

/** Positions of half a day, which take several pieces in all formats. */
const givenHours = () => TestApp.given(positionsOf(TERRA, 0, SECONDS));

/** Lets go of the projection in use; tells whether anyone else holds it. */
function isHeld({ projections }: TestApp): () => boolean {
  const lease = projections.lease();
  const { db } = lease.projection;
  lease[Symbol.dispose]();
  projections.close();
  return () => db.open;
}

/** Has reading of positions fail from the n-th hour on. */
function failFrom({ projections }: TestApp, nth: number): void {
  using lease = projections.lease();
  const { positions } = lease.projection;
  const read = positions.positions.bind(positions);
  let hours = 0;
  positions.positions = (...given) => {
    if (hours++ >= nth) throw new Error("the disk is gone");
    return read(...given);
  };
}

for (const format of ["csv", "ndjson", "binary"]) {
  const path = `${WHOLE}&format=${format}`;

  Deno.test(`GET positions holds the projection until all of it is read as ${format}`, async () => {
    await using test = await givenHours();
    const response = await test.get(path);
    const held = isHeld(test);
    assert.ok(held());
    const bytes = await response.bytes();
    assert.ok(bytes.length > SECONDS * 24);
    assert.equal(held(), false);
  });

  Deno.test(`GET positions gives back the projection when a client of ${format} goes away`, async () => {
    await using test = await givenHours();
    const response = await test.get(path);
    const held = isHeld(test);
    const reader = response.body!.getReader();
    await reader.read();
    assert.ok(held());
    await reader.cancel();
    assert.equal(held(), false);
  });

  Deno.test(`GET positions breaks off ${format} that fails on the way`, async () => {
    await using test = await givenHours();
    failFrom(test, HOURS - 1);
    const response = await test.get(path);
    const held = isHeld(test);
    await assert.rejects(response.bytes(), /the disk is gone/);
    assert.equal(held(), false);
  });

  Deno.test(`GET positions answers 500 where ${format} fails at once`, async () => {
    await using test = await givenHours();
    failFrom(test, 0);
    const response = await test.get(path);
    const held = isHeld(test);
    assert.equal(response.status, 500);
    assert.equal(test.errors.length, 1);
    assert.equal(held(), false);
  });

  Deno.test(`GET positions answers HEAD of ${format} and holds nothing`, async () => {
    await using test = await givenHours();
    const response = await test.get(path, { method: "HEAD" });
    assert.equal(response.status, 200);
    assert.equal(isHeld(test)(), false);
  });

  Deno.test(`GET positions reads ${format} no faster than the client`, async () => {
    await using test = await givenHours();
    let hours = 0;
    using lease = test.projections.lease();
    const { positions } = lease.projection;
    const read = positions.positions.bind(positions);
    positions.positions = (...given) => {
      hours++;
      return read(...given);
    };
    const response = await test.get(path);
    const reader = response.body!.getReader();
    await reader.read();
    await new Promise((resolve) => setTimeout(resolve, 20));
    assert.ok(hours < HOURS, `${hours} hours are read`);
    await reader.cancel();
  });
}

Deno.test("GET positions says how long a short answer is, and holds nothing for it", async () => {
  await using test = await givenHours();
  const range = `${PATH}?from=${at(0)}&to=${at(10)}`;
  const response = await test.get(`${range}&format=ndjson`);
  assert.equal(isHeld(test)(), false);
  const text = await response.text();
  assert.equal(response.headers.get("content-length"), String(text.length));
});

Deno.test("GET positions gives nothing back twice where it does not find a satellite", async () => {
  await using test = await givenHours();
  const response = await test.get(`${WHOLE}&format=csv&satellites=1`);
  assert.equal(response.status, 404);
  using lease = test.projections.lease();
  assert.ok(lease.projection.db.open);
  test.projections.close();
  assert.ok(lease.projection.db.open);
});

Deno.test("GET positions goes on from a cursor to the end, without a limit", async () => {
  await using test = await TestApp.given(positionsOf(TERRA, 0, 10));
  const range = `${PATH}?from=${at(0)}&to=${at(10)}&format=csv`;
  const text = await (await test.get(`${range}&cursor=${at(7)}`)).text();
  assert.deepEqual(
    text.split("\r\n").slice(1, -1).map((row) => row.split(",")[2]),
    [at(7), at(8), at(9)],
  );
});

Deno.test("GET positions lets others run while it looks through years of little", async () => {
  const hours = 6_000;
  await using test = await TestApp.given(
    Array.from(
      { length: hours },
      (_, i) => positionAt(TERRA, START_MS - i * HOUR_MS, { longitudeDeg: 0 }),
    ),
    { nowMs: START_MS + 9 * HOUR_MS },
  );
  let text = "";
  const turns = await countTurns(async () => {
    const response = await test.get(`${PATH}?from=0&format=csv&to=${at(1)}`);
    text = await response.text();
  });
  assert.equal(text.split("\r\n").length, hours + 2);
  assert.ok(turns >= 4, `${turns} turns for others`);
});
