import assert from "node:assert/strict";
import {
  AQUA,
  at,
  HOUR_MS,
  positionsOf,
  START_MS,
  TERRA,
} from "../testdata/given_positions.ts";
import { TestApp } from "../testdata/test_app.ts";

const PATH = "/api/v1/backfills";

async function stretchesOf(test: TestApp, fromS: number, toS: number) {
  const { satellites } = await test.getJson(
    `${PATH}?satellites=${TERRA}&from=${at(fromS)}&to=${at(toS)}`,
  );
  return satellites[0].backfills;
}

Deno.test("GET backfills tells which positions of a range were filled in, as stretches", async () => {
  await using test = await TestApp.given([
    ...positionsOf(TERRA, 0, 100),
    ...positionsOf(TERRA, 100, 160, { origin: "backfill" }),
    ...positionsOf(TERRA, 160, 200),
    ...positionsOf(TERRA, 200, 203, { origin: "backfill" }),
    ...positionsOf(AQUA, 0, 10),
  ]);
  const answer = await test.getJson(
    `${PATH}?satellites=${AQUA},${TERRA}&from=${at(0)}&to=${at(300)}`,
  );
  assert.deepEqual(answer, {
    from: at(0),
    to: at(300),
    satellites: [
      { norad_id: AQUA, name: "AQUA", backfills: [] },
      {
        norad_id: TERRA,
        name: "TERRA",
        backfills: [
          { first: at(100), last: at(159), samples: 60 },
          { first: at(200), last: at(202), samples: 3 },
        ],
      },
    ],
  });
  assert.deepEqual(await stretchesOf(test, 150, 202), [
    { first: at(150), last: at(159), samples: 10 },
    { first: at(200), last: at(201), samples: 2 },
  ]);
  assert.deepEqual(await stretchesOf(test, 160, 200), []);
});

Deno.test("GET backfills tells of sealed hours the same as of open ones, and joins what follows on", async () => {
  const positions = [
    ...positionsOf(TERRA, -600, 3_000),
    ...positionsOf(TERRA, 3_000, 15_000, { origin: "backfill" }),
    ...positionsOf(TERRA, 15_000, 18_000),
  ];
  for (const nowMs of [0, START_MS + 9 * HOUR_MS]) {
    await using test = await TestApp.given(positions, { nowMs });
    assert.deepEqual(await stretchesOf(test, -3_600, 20_000), [
      { first: at(3_000), last: at(14_999), samples: 12_000 },
    ]);
    assert.deepEqual(await stretchesOf(test, 4_000, 13_000), [
      { first: at(4_000), last: at(12_999), samples: 9_000 },
    ]);
  }
});

Deno.test("GET backfills is of the last day by default, and refuses what is too much", async () => {
  await using test = await TestApp.given(
    positionsOf(TERRA, 0, 10, { origin: "backfill" }),
  );
  test.nowMs = START_MS + 60_000;
  const { from, satellites } = await test.getJson(PATH);
  assert.equal(from, at(60 - 86_400));
  assert.equal(satellites[0].backfills[0].samples, 10);
  const refusals: [string, number, RegExp][] = [
    [
      `${PATH}?from=${at(0)}&to=${at(367 * 86_400)}`,
      400,
      /to must be at most 366\.0 days after from for 1 satellites/,
    ],
    [`${PATH}?satellites=1`, 404, /Cannot find satellite 1 as nothing was/],
    [`${PATH}?from=${at(1)}&to=${at(1)}`, 400, /to must be later than from/],
    [`${PATH}?limit=1`, 400, /limit must be left out/],
  ];
  for (const [path, status, detail] of refusals) {
    const response = await test.get(path);
    assert.equal(response.status, status, path);
    assert.match((await response.json()).detail, detail);
  }
});

Deno.test("GET backfills does not list single samples without end", async () => {
  const origins = ["live", "backfill"] as const;
  await using test = await TestApp.given(
    positionsOf(TERRA, 0, 2_100, { stepS: 0.1 }).map((position, i) => ({
      ...position,
      origin: origins[i % 2]!,
    })),
  );
  const response = await test.get(`${PATH}?from=${at(0)}&to=${at(4_000)}`);
  assert.equal(response.status, 422);
  assert.match((await response.json()).detail, /ask for a shorter range$/);
});
