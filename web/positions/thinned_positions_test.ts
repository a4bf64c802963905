import assert from "node:assert/strict";
import {
  at,
  positionAt,
  positionsOf,
  START_MS,
  TERRA,
} from "../testdata/given_positions.ts";
import { TestApp } from "../testdata/test_app.ts";

const PATH = "/api/v1/positions";

Deno.test("GET positions thins to the first sample of each bucket, with what it holds", async () => {
  const altitudes = [700, 710, 690, 705, 701, 702];
  await using test = await TestApp.given(
    altitudes.map((altitudeKm, i) =>
      positionAt(TERRA, START_MS + 500 + i * 1000, { altitudeKm })
    ),
  );
  const answer = await test.getJson(
    `${PATH}?from=${at(0)}&to=${at(9)}&points=3`,
  );
  assert.equal(answer.bucket_seconds, 3);
  assert.equal(answer.next, null);
  const { columns } = answer.satellites[0];
  // The third bucket has no samples and is left out.
  assert.deepEqual(
    columns.time_ms.map((timeMs: number) => timeMs - START_MS),
    [500, 3_500],
  );
  assert.deepEqual(columns.altitude_km, [700, 705]);
  assert.deepEqual(columns.altitude_min_km, [690, 701]);
  assert.deepEqual(columns.altitude_max_km, [710, 705]);
  assert.deepEqual(columns.samples, [3, 3]);
  assert.equal(columns.latitude_deg.length, 2);
  assert.equal(columns.longitude_deg.length, 2);
});

Deno.test("GET positions aligns buckets to the epoch, whatever the range", async () => {
  await using test = await TestApp.given(positionsOf(TERRA, 0, 100));
  const { bucket_seconds, satellites } = await test.getJson(
    `${PATH}?from=${at(7)}&to=${at(47)}&points=5`,
  );
  // 40 s in 5 buckets of 8 s would take a sixth one, as they are aligned.
  assert.equal(bucket_seconds, 10);
  assert.deepEqual(
    satellites[0].columns.time_ms.map((time: number) => time - START_MS),
    [7_000, 10_000, 20_000, 30_000, 40_000],
  );
  assert.deepEqual(satellites[0].columns.samples, [3, 10, 10, 10, 7]);
});

Deno.test("GET positions takes buckets of whole minutes from 12 hours on", async () => {
  await using test = await TestApp.given([positionAt(TERRA, START_MS)]);
  const bucketOf = async (hours: number) => {
    const range = `from=${at(0)}&to=${at(hours * 3_600)}`;
    const answer = await test.getJson(`${PATH}?${range}&points=480`);
    return answer.bucket_seconds;
  };
  assert.equal(await bucketOf(1), 8);
  assert.equal(await bucketOf(11), 83);
  assert.equal(await bucketOf(12), 120);
  assert.equal(await bucketOf(24), 180);
});

Deno.test("GET positions tells gaps shorter than a bucket too", async () => {
  await using test = await TestApp.given([
    ...positionsOf(TERRA, 0, 100),
    ...positionsOf(TERRA, 110, 400),
  ]);
  const { satellites } = await test.getJson(
    `${PATH}?from=${at(0)}&to=${at(400)}&points=2`,
  );
  assert.deepEqual(satellites[0].gaps, [{ from: at(99), to: at(110) }]);
});

Deno.test("GET positions finds no gap in a minute's step", async () => {
  await using test = await TestApp.given(
    positionsOf(TERRA, 0, 3_600, { stepS: 60 }),
  );
  const { satellites } = await test.getJson(
    `${PATH}?from=${at(0)}&to=${at(3_600)}&points=10`,
  );
  assert.deepEqual(satellites[0].gaps, []);
});

Deno.test("GET positions refuses points in all that would fill the memory", async () => {
  const ids = Array.from({ length: 101 }, (_, i) => 90_000 + i);
  await using test = await TestApp.given(
    ids.map((noradId) => positionAt(noradId, START_MS)),
  );
  const response = await test.get(
    `${PATH}?from=${at(0)}&to=${at(10)}&points=10000`,
  );
  assert.equal(response.status, 400);
  assert.match(
    (await response.json()).detail,
    /points must be at most 9900 for 101 satellites: current value is "10000"/,
  );
});
