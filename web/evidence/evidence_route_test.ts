import assert from "node:assert/strict";
import { elementSetRecorded } from "../../shared/events/element_set_recorded.ts";
import { findBundled } from "../../tle/bundled_elements.ts";
import { elementSetId } from "../../tle/element_set_id.ts";
import {
  AQUA,
  at,
  HOUR_MS,
  positionAt,
  positionsOf,
  START_MS,
  TERRA,
} from "../testdata/given_positions.ts";
import { TestApp } from "../testdata/test_app.ts";

const PATH = `/api/v1/satellites/${TERRA}/evidence`;
const terra = findBundled("TERRA")!;
const id = elementSetId(terra);
const set = elementSetRecorded(terra, { source: "test", timeMs: START_MS });

Deno.test("GET evidence tells of the last position up to an instant what it rests on, from log to elements", async () => {
  await using test = await TestApp.given([
    set,
    ...positionsOf(TERRA, 0, 10, { elementSetId: id }),
  ], { partition: 3 });
  test.projection.commit(
    [positionAt(TERRA, START_MS + 60_000, {
      latitudeDeg: 12.345678,
      longitudeDeg: -98.765432,
      altitudeKm: 702.1234,
      elementSetId: id,
      origin: "backfill",
    })],
    { partition: 3 },
  );
  const filled = await test.getJson(`${PATH}?at=${at(75.5)}`);
  const ageHours = (START_MS + 60_000 - terra.epochUs / 1000) / 3_600_000;
  const { expected_timing_error_s, ...rest } = filled;
  assert.deepEqual(rest, {
    norad_id: TERRA,
    name: "TERRA",
    position: {
      time: at(60),
      latitude_deg: 12.345678,
      longitude_deg: -98.765432,
      altitude_km: 702.1234,
    },
    origin: "backfill",
    log_position: { topic: "test_topic", partition: 3, offset: 2, sample: 0 },
    element_set: {
      id,
      epoch: new Date(terra.epochUs / 1000).toISOString().replace(
        /\d{3}Z$/,
        `${String(terra.epochUs % 1e6).padStart(6, "0")}Z`,
      ),
      age_hours: Math.round(ageHours * 100) / 100,
      source: "test",
      received_at: at(0),
    },
  });
  assert.equal(expected_timing_error_s.basis, "formula");
  assert.ok(expected_timing_error_s.p95 > expected_timing_error_s.typical);

  const live = await test.getJson(`${PATH}?at=${at(4.9)}`);
  assert.equal(live.position.time, at(4));
  assert.equal(live.origin, "live");
  assert.deepEqual(live.log_position, {
    topic: "test_topic",
    partition: 3,
    offset: 1,
    sample: 4,
  });
});

Deno.test("GET evidence tells of an hour that is sealed the same as of one that is not", async () => {
  const events = [
    set,
    ...positionsOf(TERRA, 0, 3_600, { elementSetId: id, origin: "backfill" }),
  ];
  const answers = await Promise.all([0, START_MS + 4 * HOUR_MS].map(
    async (nowMs) => {
      await using test = await TestApp.given(events, { nowMs });
      return await test.getJson(`${PATH}?at=${at(42)}`);
    },
  ));
  assert.equal(answers[1].position.time, at(42));
  assert.deepEqual(answers[1], answers[0]);
});

Deno.test("GET evidence names a set that has not arrived, and none where the position names none", async () => {
  await using test = await TestApp.given([
    positionAt(TERRA, START_MS, { elementSetId: "3f2a9c41d07b" }),
    positionAt(TERRA, START_MS + 10_000),
  ]);
  const unheardOf = await test.getJson(`${PATH}?at=${at(5)}`);
  assert.deepEqual(unheardOf.element_set, {
    id: "3f2a9c41d07b",
    epoch: null,
    age_hours: null,
    source: null,
    received_at: null,
  });
  assert.equal(unheardOf.expected_timing_error_s, null);
  const none = await test.getJson(`${PATH}?at=${at(10)}`);
  assert.equal(none.element_set, null);
});

Deno.test("GET evidence is of now by default, and refuses what it cannot answer", async () => {
  await using test = await TestApp.given([
    set,
    ...positionsOf(TERRA, 0, 10),
    positionAt(AQUA, START_MS),
  ]);
  test.nowMs = START_MS + 3_000;
  assert.equal((await test.getJson(PATH)).position.time, at(3));
  const refusals: [string, number, RegExp][] = [
    [
      `${PATH}?at=${at(-1)}`,
      404,
      /must be recorded in the hour up to .*: the last one before is none$/,
    ],
    [`${PATH}?at=${at(3_610)}`, 404, /the last one before is of .*:09\.000Z$/],
    [`${PATH}?at=then`, 400, /^Cannot answer as at must be an instant/],
    [`${PATH}?to=${at(1)}`, 400, /to must be left out, as the parameters/],
    ["/api/v1/satellites/1/evidence", 404, /^Cannot find satellite 1 as/],
  ];
  for (const [path, status, detail] of refusals) {
    const response = await test.get(path);
    assert.equal(response.status, status, path);
    assert.match((await response.json()).detail, detail);
  }
  await test.getJson(`${PATH}?at=${at(3_609)}`);
});
