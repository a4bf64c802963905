import assert from "node:assert/strict";
import { nextTurn } from "../../shared/breathe.ts";
import { at, positionsOf, TERRA } from "../testdata/given_positions.ts";
import { ServedApp } from "../testdata/served_app.ts";

const SECONDS = 24 * 3_600;
const PATH = `/api/v1/positions?from=${at(0)}&to=${at(SECONDS)}&format=ndjson`;

for (const encoding of ["identity", "zstd", "gzip"]) {
  const headers = { "accept-encoding": encoding };

  Deno.test(`a client that goes away from a ${encoding} answer leaves nothing held`, async () => {
    await using served = await ServedApp.given(positionsOf(TERRA, 0, SECONDS));
    const { projections } = served.test;
    const abort = new AbortController();
    const response = await fetch(served.url(PATH), {
      headers,
      signal: abort.signal,
    });
    const lease = projections.lease();
    const { db } = lease.projection;
    lease[Symbol.dispose]();
    projections.close();
    assert.ok(db.open);
    abort.abort();
    await assert.rejects(response.bytes());
    for (let i = 0; i < 500 && db.open; i++) await nextTurn(10);
    assert.equal(db.open, false);
  });

  Deno.test(`a ${encoding} answer that fails on the way does not end as if it were whole`, async () => {
    await using served = await ServedApp.given(positionsOf(TERRA, 0, SECONDS));
    using lease = served.test.projections.lease();
    const { positions } = lease.projection;
    const read = positions.positions.bind(positions);
    let hours = 0;
    positions.positions = (...given) => {
      if (hours++ >= 20) throw new Error("the disk is gone");
      return read(...given);
    };
    const response = await fetch(served.url(PATH), { headers });
    assert.equal(response.status, 200);
    await assert.rejects(response.bytes());
  });
}
