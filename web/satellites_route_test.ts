import assert from "node:assert/strict";
import { elementSetRecorded } from "../shared/events/element_set_recorded.ts";
import { findBundled } from "../tle/bundled_elements.ts";
import { elementSetId } from "../tle/element_set_id.ts";
import {
  AQUA,
  at,
  positionAt,
  positionsOf,
  START_MS,
  TERRA,
} from "./testdata/given_positions.ts";
import { TestApp } from "./testdata/test_app.ts";

const PATH = "/api/v1/satellites";

Deno.test("GET satellites tells of each what is recorded, and where it is", async () => {
  await using test = await TestApp.given([
    ...positionsOf(TERRA, 0, 10),
    positionAt(AQUA, START_MS, {
      latitudeDeg: 12.345678,
      longitudeDeg: -98.765432,
      altitudeKm: 702.1234,
      origin: "backfill",
    }),
  ]);
  const { satellites } = await test.getJson(PATH);
  assert.equal(satellites.length, 2);
  assert.deepEqual(satellites[1], {
    norad_id: AQUA,
    name: "AQUA",
    first: at(0),
    last: at(0),
    samples: 1,
    step_seconds: null,
    topics: ["test_topic"],
    latest: {
      time: at(0),
      latitude_deg: 12.345678,
      longitude_deg: -98.765432,
      altitude_km: 702.1234,
      origin: "backfill",
    },
    element_set: null,
  });
  const { first, last, samples, step_seconds } = satellites[0];
  assert.deepEqual(
    { first, last, samples, step_seconds },
    { first: at(0), last: at(9), samples: 10, step_seconds: 1 },
  );
});

Deno.test("GET satellites tells the latest position's element set and its age", async () => {
  const set = findBundled("TERRA")!;
  const event = elementSetRecorded(set, { source: "test", timeMs: START_MS });
  const { element_set: id } = event;
  await using test = await TestApp.given([
    event,
    positionAt(TERRA, START_MS, { elementSetId: id }),
    positionAt(AQUA, START_MS, { elementSetId: "0123456789ab" }),
  ]);
  test.nowMs = set.epochUs / 1000 + 90 * 60_000;
  const { satellites } = await test.getJson(PATH);
  assert.deepEqual(satellites[0].element_set, {
    id,
    epoch: new Date(set.epochUs / 1000).toISOString().slice(0, -1) +
      String(set.epochUs % 1000).padStart(3, "0") + "Z",
    age_hours: 1.5,
    source: "test",
  });
  assert.deepEqual(satellites[1].element_set, {
    id: "0123456789ab",
    epoch: null,
    age_hours: null,
    source: null,
  });
});

Deno.test("GET satellites has none before anything was recorded", async () => {
  await using test = await TestApp.given();
  assert.deepEqual(await test.getJson(PATH), { satellites: [], next: null });
});

const numbersOf = ({ satellites }: { satellites: { norad_id: number }[] }) =>
  satellites.map((one) => one.norad_id);

Deno.test("GET satellites comes in pages that tell the next one", async () => {
  const many = Array.from({ length: 250 }, (_, i) => 1_000 + i);
  await using test = await TestApp.given(
    many.map((noradId) => positionAt(noradId, START_MS)),
  );
  assert.deepEqual(numbersOf(await test.getJson(PATH)), many);
  const read: number[] = [];
  let path = `${PATH}?limit=120`;
  for (const length of [120, 120, 10]) {
    const response = await test.get(path);
    const page = await response.json();
    assert.equal(page.satellites.length, length);
    read.push(...numbersOf(page));
    if (length === 10) assert.equal(page.next, null);
    else path = /^<(.*)>; rel="next"$/.exec(response.headers.get("link")!)![1]!;
  }
  assert.deepEqual(read, many);
});

Deno.test("GET satellites finds by numbers, by name and by topic", async () => {
  await using test = await TestApp.given([
    positionAt(TERRA, START_MS),
    positionAt(AQUA, START_MS),
    positionAt(25544, START_MS, { name: "ISS (ZARYA)" }),
  ]);
  const find = async (query: string) =>
    numbersOf(await test.getJson(`${PATH}?${query}`));
  assert.deepEqual(await find(`satellites=${AQUA},7`), [AQUA]);
  assert.deepEqual(await find("q=zarya"), [25544]);
  assert.deepEqual(await find("q=25"), [25544, TERRA]);
  assert.deepEqual(await find("q=25&own_topic=true"), [25544, TERRA]);
  assert.deepEqual(await find("q=nothing"), []);
});

Deno.test("GET satellites lists those of which only elements are known like any other", async () => {
  const sets = [findBundled("TERRA")!, findBundled("ISS")!].flatMap((set) => [
    set,
    { ...set, epochUs: set.epochUs - 86_400e6, name: "EARLIER" },
  ]);
  await using test = await TestApp.given([
    ...sets.map((set) =>
      elementSetRecorded(set, { source: "test", timeMs: START_MS })
    ),
    positionAt(TERRA, START_MS),
  ]);
  const iss = sets[2]!;
  test.nowMs = iss.epochUs / 1000;
  const { satellites } = await test.getJson(PATH);
  assert.deepEqual(numbersOf({ satellites }), [iss.noradId, TERRA]);
  const { epoch, ...elementSet } = satellites[0].element_set;
  assert.ok(epoch.startsWith("2026-08-"));
  assert.deepEqual({ ...satellites[0], element_set: elementSet }, {
    norad_id: iss.noradId,
    name: "ISS (ZARYA)",
    first: null,
    last: null,
    samples: 0,
    step_seconds: null,
    topics: [],
    latest: null,
    element_set: { id: elementSetId(iss), age_hours: 0, source: "test" },
  });
  const find = async (query: string) =>
    numbersOf(await test.getJson(`${PATH}?${query}`));
  assert.deepEqual(await find("q=zarya"), [iss.noradId]);
  assert.deepEqual(await find("q=earlier"), []);
  assert.deepEqual(await find("recorded=true"), [TERRA]);
  assert.deepEqual(await find("recorded=false"), [iss.noradId]);
});

Deno.test("GET satellites tells how far off each is to be expected, as its audit does", async () => {
  const terra = findBundled("TERRA")!;
  const newer = { ...terra, epochUs: terra.epochUs + 3 * 86_400e6 };
  const sets = [terra, newer, findBundled("ISS")!].map((set) =>
    elementSetRecorded(set, { source: "test", timeMs: START_MS })
  );
  await using test = await TestApp.given([
    ...sets,
    positionAt(AQUA, START_MS),
  ]);
  test.nowMs = newer.epochUs / 1000 + 3_600_000;
  // It is the older set that positions rest on.
  test.projection.commit([
    positionAt(TERRA, Math.floor(test.nowMs) - 5_000, {
      elementSetId: elementSetId(terra),
    }),
  ]);
  const { satellites } = await test.getJson(`${PATH}?include=expected_error`);
  assert.deepEqual(numbersOf({ satellites }), [25544, TERRA, AQUA]);
  for (const { norad_id, expected_error } of satellites) {
    const audit = await test.getJson(`${PATH}/${norad_id}/audit`);
    assert.deepEqual(expected_error, audit.expected_error);
  }
  const [, { expected_error }, aqua] = satellites;
  assert.equal(expected_error.element_set, elementSetId(terra));
  assert.equal(expected_error.age_hours, 73);
  assert.equal(aqua.expected_error, null);
});

Deno.test("GET satellites tells what to expect of a thousand at once", async () => {
  const many = Array.from({ length: 1_001 }, (_, i) => 1_000 + i);
  await using test = await TestApp.given(
    many.map((noradId) => positionAt(noradId, START_MS)),
  );
  const path = `${PATH}?include=expected_error`;
  const { satellites, next } = await test.getJson(path);
  assert.deepEqual([satellites.length, next], [1_000, 2_000]);
  const response = await test.get(`${path}&limit=1001`);
  const { status, faults } = await response.json();
  assert.deepEqual([status, faults[0].parameter], [400, "limit"]);
});

Deno.test("GET satellites tells what is wrong with a search", async () => {
  await using test = await TestApp.given();
  const response = await test.get(`${PATH}?q=+&limit=0&points=1`);
  assert.equal(response.status, 400);
  const { faults } = await response.json();
  assert.deepEqual(
    faults.map(({ parameter }: { parameter: string }) => parameter),
    ["q", "limit", "points"],
  );
});
