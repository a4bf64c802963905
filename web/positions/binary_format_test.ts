import assert from "node:assert/strict";
import {
  AQUA,
  at,
  HOUR_MS,
  positionAt,
  positionsOf,
  START_MS,
  TERRA,
} from "../testdata/given_positions.ts";
import { readBlocks } from "../testdata/read_blocks.ts";
import { TestApp } from "../testdata/test_app.ts";

const PATH = "/api/v1/positions";
const PLACE = {
  latitudeDeg: 12.345678,
  longitudeDeg: -98.765432,
  altitudeKm: 702.1234,
};

async function blocksOf(response: Response) {
  assert.equal(response.status, 200);
  return [...readBlocks(await response.arrayBuffer())];
}

Deno.test("GET positions writes blocks of columns as binary", async () => {
  await using test = await TestApp.given([
    positionAt(TERRA, START_MS, PLACE),
    positionAt(TERRA, START_MS + 1_500, { ...PLACE, altitudeKm: 0.5 }),
    positionAt(AQUA, START_MS, PLACE),
  ]);
  const response = await test.get(
    `${PATH}?from=${at(0)}&to=${at(10)}&format=binary`,
  );
  assert.equal(
    response.headers.get("content-type"),
    "application/vnd.groundtrack.positions",
  );
  assert.deepEqual(await blocksOf(response), [
    {
      noradId: TERRA,
      timeMs: new Float64Array([START_MS, START_MS + 1_500]),
      altitudeKm: new Float64Array([702.1234, 0.5]),
      latitudeE6: new Int32Array([12_345_678, 12_345_678]),
      longitudeE6: new Int32Array([-98_765_432, -98_765_432]),
    },
    {
      noradId: AQUA,
      timeMs: new Float64Array([START_MS]),
      altitudeKm: new Float64Array([702.1234]),
      latitudeE6: new Int32Array([12_345_678]),
      longitudeE6: new Int32Array([-98_765_432]),
    },
  ]);
});

Deno.test("GET positions writes an end only as binary, where nothing was recorded", async () => {
  await using test = await TestApp.given([positionAt(TERRA, START_MS)]);
  const response = await test.get(
    `${PATH}?from=${at(5)}&to=${at(10)}&format=binary`,
  );
  const bytes = await response.bytes();
  assert.deepEqual(bytes, new Uint8Array(16));
});

Deno.test("GET positions writes as binary what it writes as CSV, over hours", async () => {
  await using test = await TestApp.given([
    ...positionsOf(TERRA, -1_800, 40_000),
    ...positionsOf(AQUA, 0, 10_000, { stepS: 0.25 }),
  ]);
  const range = `from=0&to=${START_MS + 24 * HOUR_MS}`;
  const csv = await (await test.get(`${PATH}?${range}&format=csv`)).text();
  const binary = await test.get(`${PATH}?${range}&format=binary`);
  const rows = (await blocksOf(binary)).flatMap((block) =>
    Array.from(block.timeMs, (timeMs, i) =>
      [
        block.noradId,
        block.noradId === TERRA ? "TERRA" : "AQUA",
        new Date(timeMs).toISOString(),
        block.latitudeE6[i]! / 1e6,
        block.longitudeE6[i]! / 1e6,
        block.altitudeKm[i],
      ].join(","))
  );
  assert.equal(rows.length, 81_800);
  assert.ok(csv.split("\r\n").slice(1, -1).join() === rows.join());
});

Deno.test("a reader of binary positions knows that an answer was cut off", async () => {
  await using test = await TestApp.given(positionsOf(TERRA, 0, 20));
  const response = await test.get(
    `${PATH}?from=${at(0)}&to=${at(10)}&format=binary`,
  );
  const buffer = await response.arrayBuffer();
  for (let end = 0; end < buffer.byteLength; end++) {
    assert.throws(() => [...readBlocks(buffer.slice(0, end))], RangeError);
  }
  // Without its first block it is whole blocks, and too few.
  const later = await test.get(
    `${PATH}?from=${at(10)}&to=${at(20)}&format=binary`,
  );
  const blocks = new Uint8Array(buffer).subarray(0, -16);
  const both = new Blob([blocks, await later.arrayBuffer()]);
  const joined = await both.arrayBuffer();
  assert.throws(() => [...readBlocks(joined)], /cut off/);
});

Deno.test("GET positions goes in pages as binary too", async () => {
  await using test = await TestApp.given(positionsOf(TERRA, 0, 5));
  let path: string | null = `${PATH}?from=${at(0)}&to=${
    at(5)
  }&format=binary&limit=2`;
  const counts: number[] = [];
  while (path !== null) {
    const response = await test.get(path);
    path = /<(.*)>/.exec(response.headers.get("link") ?? "")?.[1] ?? null;
    const [block] = await blocksOf(response);
    counts.push(block!.timeMs.length);
  }
  assert.deepEqual(counts, [2, 2, 1]);
});
