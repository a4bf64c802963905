import assert from "node:assert/strict";
import {
  AQUA,
  at,
  positionAt,
  positionsOf,
  START_MS,
  TERRA,
} from "../testdata/given_positions.ts";
import { TestApp } from "../testdata/test_app.ts";

const PATH = "/api/v1/positions";

Deno.test("GET positions gives what was recorded of a range, as columns", async () => {
  await using test = await TestApp.given([
    ...positionsOf(TERRA, 0, 3, {
      latitudeDeg: 12.345678,
      longitudeDeg: -98.765432,
      altitudeKm: 702.1234,
    }),
    positionAt(AQUA, START_MS + 5_000),
  ]);
  const answer = await test.getJson(
    `${PATH}?satellites=${TERRA},${AQUA}&from=${at(1)}&to=${at(5)}`,
  );
  assert.deepEqual(answer, {
    from: at(1),
    to: at(5),
    bucket_seconds: null,
    satellites: [
      {
        norad_id: TERRA,
        name: "TERRA",
        columns: {
          time_ms: [START_MS + 1_000, START_MS + 2_000],
          latitude_deg: [12.345678, 12.345678],
          longitude_deg: [-98.765432, -98.765432],
          altitude_km: [702.1234, 702.1234],
        },
        gaps: [],
      },
      {
        norad_id: AQUA,
        name: "AQUA",
        columns: {
          time_ms: [],
          latitude_deg: [],
          longitude_deg: [],
          altitude_km: [],
        },
        gaps: [],
      },
    ],
    next: null,
  });
});

Deno.test("GET positions gives the last hour of all satellites by default", async () => {
  await using test = await TestApp.given([
    ...positionsOf(TERRA, 0, 7_200, { stepS: 600 }),
    ...positionsOf(AQUA, 0, 7_200, { stepS: 600 }),
  ]);
  test.nowMs = START_MS + 7_200_000;
  const { from, to, satellites } = await test.getJson(PATH);
  assert.deepEqual([from, to], [at(3_600), at(7_200)]);
  assert.equal(satellites.length, 2);
  assert.deepEqual(
    satellites[1].columns.time_ms,
    [3_600, 4_200, 4_800, 5_400, 6_000, 6_600].map((s) => START_MS + s * 1000),
  );
});

Deno.test("GET positions gives the satellites in the order asked for", async () => {
  await using test = await TestApp.given([
    positionAt(TERRA, START_MS),
    positionAt(AQUA, START_MS),
  ]);
  const range = `from=${at(0)}&to=${at(1)}`;
  const { satellites } = await test.getJson(
    `${PATH}?satellites=${AQUA},${TERRA},${AQUA}&${range}`,
  );
  assert.deepEqual(
    satellites.map((one: { norad_id: number }) => one.norad_id),
    [AQUA, TERRA],
  );
});

Deno.test("GET positions goes in pages that never split an instant", async () => {
  await using test = await TestApp.given([
    ...positionsOf(TERRA, 0, 10),
    ...positionsOf(AQUA, 0, 10, { stepS: 2 }),
  ]);
  const pages: unknown[] = [];
  let path = `${PATH}?from=${at(0)}&to=${at(10)}&limit=4`;
  for (;;) {
    const response = await test.get(path);
    const { from, satellites, next } = await response.json();
    const [terra, aqua] = satellites.map((
      { columns }: { columns: { time_ms: number[] } },
    ) => columns.time_ms.map((timeMs) => (timeMs - START_MS) / 1000));
    pages.push({ from, terra, aqua, next });
    const link = response.headers.get("link");
    if (link === null) break;
    path = /^<(.*)>; rel="next"$/.exec(link)![1]!;
  }
  assert.deepEqual(pages, [
    { from: at(0), terra: [0, 1], aqua: [0], next: at(2) },
    { from: at(2), terra: [2, 3], aqua: [2], next: at(4) },
    { from: at(4), terra: [4, 5], aqua: [4], next: at(6) },
    { from: at(6), terra: [6, 7], aqua: [6], next: at(8) },
    { from: at(8), terra: [8, 9], aqua: [8], next: null },
  ]);
});

Deno.test("GET positions gives a whole instant, though the limit is smaller", async () => {
  await using test = await TestApp.given([
    positionAt(TERRA, START_MS),
    positionAt(AQUA, START_MS),
    positionAt(TERRA, START_MS + 1),
  ]);
  const { satellites, next } = await test.getJson(
    `${PATH}?from=${at(0)}&to=${at(10)}&limit=1`,
  );
  assert.equal(satellites[0].columns.time_ms.length, 1);
  assert.equal(satellites[1].columns.time_ms.length, 1);
  assert.equal(next, at(0.001));
});

Deno.test("GET positions fills a page to its limit", async () => {
  await using test = await TestApp.given(positionsOf(TERRA, 0, 10));
  const { satellites, next } = await test.getJson(
    `${PATH}?from=${at(0)}&to=${at(10)}&limit=10`,
  );
  assert.equal(satellites[0].columns.time_ms.length, 10);
  assert.equal(next, null);
});

Deno.test("GET positions pins a range of defaults for the pages after", async () => {
  await using test = await TestApp.given(positionsOf(TERRA, 0, 100));
  test.nowMs = START_MS + 100_000;
  const first = await test.get(`${PATH}?limit=60`);
  await first.body?.cancel();
  test.nowMs += 50_000;
  const link = first.headers.get("link")!;
  const second = await test.getJson(/<(.*)>/.exec(link)![1]!);
  assert.deepEqual([second.from, second.to], [at(60), at(100)]);
});

Deno.test("GET positions tells the gaps of a range, as far as they lie in it", async () => {
  await using test = await TestApp.given([
    ...positionsOf(TERRA, 0, 10),
    ...positionsOf(TERRA, 60, 70),
    ...positionsOf(TERRA, 100, 110),
  ]);
  const gapsOf = async (from: number, to: number) => {
    const { satellites } = await test.getJson(
      `${PATH}?from=${at(from)}&to=${at(to)}`,
    );
    return satellites[0].gaps;
  };
  assert.deepEqual(await gapsOf(0, 200), [
    { from: at(9), to: at(60) },
    { from: at(69), to: at(100) },
  ]);
  assert.deepEqual(await gapsOf(20, 80), [
    { from: at(20), to: at(60) },
    { from: at(69), to: at(80) },
  ]);
});

Deno.test("GET positions reads one topic, where it is asked for", async () => {
  await using test = await TestApp.given(
    [positionAt(TERRA, START_MS, { altitudeKm: 700 })],
    { topic: "first" },
  );
  test.projection.commit(
    [positionAt(TERRA, START_MS, { altitudeKm: 800 })],
    { topic: "second" },
  );
  const altitude = async (more: string) => {
    const range = `from=${at(0)}&to=${at(1)}`;
    const { satellites } = await test.getJson(`${PATH}?${range}${more}`);
    return satellites[0].columns.altitude_km;
  };
  assert.deepEqual(await altitude(""), [700]);
  assert.deepEqual(await altitude("&topic=second"), [800]);
});
