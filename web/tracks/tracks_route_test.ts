import assert from "node:assert/strict";
import { findBundled } from "../../tle/bundled_elements.ts";
import { elementSetId } from "../../tle/element_set_id.ts";
import { groundDistanceKm } from "../../tle/ground_distance.ts";
import { createOrbit } from "../../tle/orbit.ts";
import { eventOf, NORTH_MS, terra } from "../look/testdata/given_looks.ts";
import { recordedOrbit } from "../testdata/recorded_orbit.ts";
import { TERRA } from "../testdata/given_positions.ts";
import { TestApp } from "../testdata/test_app.ts";

const TRACKS = `/api/v1/tracks?satellites=${TERRA}`;
const MINUTE_MS = 60_000;
const at = (timeMs: number) => new Date(timeMs).toISOString();
const of = (fromMs: number, toMs: number) =>
  `&from=${at(fromMs)}&to=${at(toMs)}`;

Deno.test("GET tracks tells the coming revolution, a point at each whole minute", async () => {
  await using test = await TestApp.given([eventOf(terra)]);
  test.nowMs = NORTH_MS + 12_345;
  const { from, step_s, satellites: [track], warnings } = await test.getJson(
    TRACKS,
  );
  const revolutionMs = 86_400_000 / terra.meanMotion;
  assert.deepEqual([from, step_s, warnings], [at(test.nowMs), 60, []]);
  assert.deepEqual([track.norad_id, track.name], [TERRA, "TERRA"]);
  assert.equal(track.revolution_s, Math.round(revolutionMs / 1000));
  const endMs = test.nowMs + Math.ceil(revolutionMs);
  assert.equal(track.to, at(endMs));
  const [{ source, element_set, columns }, ...others] = track.stretches;
  assert.deepEqual(others, []);
  assert.equal(source, "predicted");
  assert.deepEqual(element_set, {
    id: elementSetId(terra),
    epoch: "2026-08-22T14:24:17.018208Z",
  });
  const times: number[] = columns.time_ms;
  assert.deepEqual([times[0], times.at(-1)], [test.nowMs, endMs - 1]);
  assert.ok(
    times.slice(1, -1).every((timeMs, i) =>
      timeMs === NORTH_MS + (i + 1) * MINUTE_MS
    ),
  );
  const orbit = createOrbit(terra);
  times.forEach((timeMs, i) => {
    const place = {
      latitudeDeg: columns.latitude_deg[i],
      longitudeDeg: columns.longitude_deg[i],
    };
    const position = orbit.positionAt(timeMs);
    assert.ok(groundDistanceKm(place, position) < 0.02);
    assert.ok(Math.abs(columns.altitude_km[i] - position.altitudeKm) < 0.01);
  });
});

Deno.test("GET tracks tells what was recorded as that, and what lies about it as predicted", async () => {
  await using test = await TestApp.given([
    eventOf(terra),
    ...recordedOrbit(terra, {
      fromMs: NORTH_MS,
      toMs: NORTH_MS + 5 * MINUTE_MS,
    }, 1000),
  ]);
  const range = of(NORTH_MS - 2 * MINUTE_MS, NORTH_MS + 8 * MINUTE_MS);
  const { satellites: [track] } = await test.getJson(TRACKS + range);
  const shape = track.stretches.map((
    { source, columns: { time_ms } }: {
      source: string;
      columns: { time_ms: number[] };
    },
  ) => [source, time_ms[0]! - NORTH_MS, time_ms.at(-1)! - NORTH_MS]);
  assert.deepEqual(shape, [
    ["predicted", -2 * MINUTE_MS, -1],
    ["recorded", 0, 299_000],
    ["predicted", 299_001, 8 * MINUTE_MS - 1],
  ]);
});

Deno.test("GET tracks tells the same of an instant, whatever range it is in", async () => {
  await using test = await TestApp.given([eventOf(terra)]);
  const placesIn = async (fromMs: number) => {
    const { satellites: [{ stretches: [{ columns }] }] } = await test.getJson(
      `${TRACKS}${of(fromMs, NORTH_MS + 10 * MINUTE_MS)}&step_s=90`,
    );
    return new Map<number, number>(
      columns.time_ms.map((timeMs: number, i: number) => [
        timeMs,
        columns.longitude_deg[i],
      ]),
    );
  };
  const early = await placesIn(NORTH_MS - 1_000);
  const late = await placesIn(NORTH_MS + 7_000);
  const both = [...late].slice(1);
  assert.ok(both.length >= 6);
  for (const [timeMs, place] of both) assert.equal(early.get(timeMs), place);
});

Deno.test("GET tracks tells of several, and leaves out what too old elements would say", async () => {
  const aqua = findBundled("AQUA")!;
  const old = { ...aqua, epochUs: aqua.epochUs - 4_000 * 86_400e6 };
  await using test = await TestApp.given([eventOf(terra), eventOf(old)]);
  test.nowMs = NORTH_MS;
  const { satellites, warnings } = await test.getJson(
    `${TRACKS},${aqua.noradId}`,
  );
  assert.equal(satellites.length, 2);
  assert.equal(satellites[0].stretches.length, 1);
  assert.deepEqual(satellites[1].stretches, []);
  assert.equal(warnings.length, 1);
  assert.match(warnings[0], /^AQUA: .*more than 10 minutes$/);
});

Deno.test("GET tracks refuses what it cannot answer, naming it", async () => {
  const iss = findBundled("ISS")!;
  await using test = await TestApp.given([
    eventOf(terra),
    ...recordedOrbit(iss, { fromMs: NORTH_MS, toMs: NORTH_MS + 20_000 }, 1000),
  ]);
  test.nowMs = NORTH_MS;
  const day = 86_400_000;
  const refusals: [string, number, RegExp][] = [
    [
      "/api/v1/tracks",
      400,
      /satellites must be catalogue numbers .* 100: .* missing/,
    ],
    [
      "/api/v1/tracks?satellites=x",
      400,
      /satellites must be catalogue numbers/,
    ],
    ["/api/v1/tracks?satellites=27424", 404, /find satellite 27424/],
    [`${TRACKS}&from=x`, 400, /from must be an instant/],
    [`${TRACKS}&to=${at(NORTH_MS)}`, 400, /to must be later than from, 2026/],
    [
      TRACKS + of(NORTH_MS, NORTH_MS + 31 * day + 1),
      400,
      /to must be at most 31 days after from/,
    ],
    [`${TRACKS}&step_s=0`, 400, /step_s must be a whole number from 1 to 3600/],
    [
      `${TRACKS}${of(NORTH_MS, NORTH_MS + 31 * day)}&step_s=10`,
      400,
      /step_s must be at least 27, as the tracks may have 100000 points/,
    ],
    [`${TRACKS}&points=5`, 400, /points must be left out/],
    [
      `/api/v1/tracks?satellites=${iss.noradId}&from=${at(NORTH_MS + day)}`,
      422,
      /^Cannot tell the tracks of ISS \(ZARYA\) from .*: no positions of then and no elements are known/,
    ],
  ];
  for (const [path, status, detail] of refusals) {
    const response = await test.get(path);
    assert.equal(response.status, status, path);
    assert.match((await response.json()).detail, detail);
  }
});
