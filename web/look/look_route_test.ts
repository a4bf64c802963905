import assert from "node:assert/strict";
import { bundledElementSets, findBundled } from "../../tle/bundled_elements.ts";
import { elementSetId } from "../../tle/element_set_id.ts";
import { formatOmm } from "../../tle/formats/format_omm.ts";
import { TERRA } from "../testdata/given_positions.ts";
import { recordedOrbit } from "../testdata/recorded_orbit.ts";
import { TestApp } from "../testdata/test_app.ts";
import {
  eventOf,
  LOOK,
  MOSCOW,
  NORTH_MS,
  terra,
} from "./testdata/given_looks.ts";
import reference from "./testdata/looks.json" with { type: "json" };

const DAY_MS = 86_400_000;
const LIGHT_KM_S = 299_792.458;
const at = (timeMs: number) => new Date(timeMs).toISOString();

function assertNear(actual: number, expected: number, within: number) {
  assert.ok(Math.abs(actual - expected) <= within, `${actual}, ${expected}`);
}

Deno.test("GET look agrees with an independent computation", async () => {
  await using test = await TestApp.given(bundledElementSets.map(eventOf));
  for (
    const { norad_id, time, lat, lon, alt_m, ...expected } of reference.looks
  ) {
    const look = await test.getJson(
      `/api/v1/satellites/${norad_id}/look?lat=${lat}&lon=${lon}` +
        `&alt_m=${alt_m}&at=${time}`,
    );
    assert.equal(look.time, time);
    const turn = look.azimuth_deg - expected.azimuth_deg;
    const north = Math.cos(look.elevation_deg * Math.PI / 180);
    assertNear(((turn + 540) % 360 - 180) * north, 0, 0.01);
    assertNear(look.elevation_deg, expected.elevation_deg, 0.01);
    assertNear(look.range_km, expected.range_km, 0.1);
    assertNear(look.range_rate_km_s, expected.range_rate_km_s, 0.01);
    assert.equal(look.up, expected.elevation_deg >= 0);
  }
});

Deno.test("GET look tells all of it, of now, for an observer that has a name", async () => {
  await using test = await TestApp.given([eventOf(terra)]);
  test.nowMs = NORTH_MS + 123;
  const look = await test.getJson(`${LOOK}?observer=berlin`);
  const { observer, light, sub_point, expected_timing_error_s: error } = look;
  assert.deepEqual(Object.keys(look), [
    "norad_id",
    "name",
    "time",
    "observer",
    "azimuth_deg",
    "elevation_deg",
    "range_km",
    "range_rate_km_s",
    "light",
    "sunlit",
    "up",
    "sub_point",
    "source",
    "element_set",
    "expected_timing_error_s",
    "warnings",
  ]);
  assert.deepEqual([look.norad_id, look.name, look.time], [
    TERRA,
    "TERRA",
    at(NORTH_MS + 123),
  ]);
  assert.equal(observer.name, "Berlin");
  assertNear(observer.latitude_deg, 52.52, 0.01);
  assert.equal(light, "sunlit");
  assert.equal(look.sunlit, true);
  assertNear(sub_point.altitude_km, 705, 30);
  assert.equal(look.source, "predicted");
  assert.deepEqual(look.element_set, {
    id: elementSetId(terra),
    epoch: formatOmm(terra).EPOCH + "Z",
    age_hours: -6.8,
  });
  assert.equal(error.basis, "formula");
  assert.ok(0 < error.typical && error.typical < error.p95 && error.p95 < 1);
  assert.deepEqual(look.warnings, []);
});

Deno.test("GET look tells of the light that falls on a satellite", async () => {
  await using test = await TestApp.given([eventOf(terra)]);
  const lights = new Map<string, boolean>();
  for (let minute = 0; minute < 99; minute++) {
    const time = at(NORTH_MS + minute * 60_000);
    const look = await test.getJson(`${LOOK}?${MOSCOW}&at=${time}`);
    lights.set(look.light, look.sunlit);
  }
  assert.equal(lights.get("sunlit"), true);
  assert.equal(lights.get("umbra"), false);
});

Deno.test("GET look tells the Doppler shift of a frequency, up while it comes nearer", async () => {
  await using test = await TestApp.given([eventOf(terra)]);
  const signs = new Set<number>();
  // TERRA's pass culminates in the midst of these.
  for (const seconds of [-240, 0, 420]) {
    const time = at(NORTH_MS + seconds * 1000);
    const look = await test.getJson(
      `${LOOK}?${MOSCOW}&at=${time}&frequency_mhz=8212.5`,
    );
    const shift = -look.range_rate_km_s / LIGHT_KM_S * 8_212.5e6;
    assertNear(look.doppler_hz, shift, 0.1);
    assert.equal(look.doppler_hz > 0, look.range_rate_km_s < 0);
    signs.add(Math.sign(look.doppler_hz));
  }
  assert.equal(signs.size, 2);
});

Deno.test("GET look rests on recorded positions where there are any, else on elements", async () => {
  const other = { ...terra, meanAnomalyDeg: terra.meanAnomalyDeg + 1 };
  await using test = await TestApp.given([
    eventOf(terra),
    eventOf({ ...other, epochUs: terra.epochUs - 3600e6 * 24 }),
    ...recordedOrbit(
      terra,
      { fromMs: NORTH_MS, toMs: NORTH_MS + 60_000 },
      1000,
    ),
  ]);
  const lookAt = (timeMs: number, elements: string) =>
    test.getJson(`${LOOK}?${MOSCOW}&at=${at(timeMs)}&elements=${elements}`);
  const recorded = await lookAt(NORTH_MS + 30_500, "recorded");
  assert.equal(recorded.source, "recorded");
  assert.equal(recorded.element_set.id, elementSetId(terra));
  const predicted = await lookAt(NORTH_MS + 30_500, "latest");
  assert.equal(predicted.source, "predicted");
  assertNear(recorded.azimuth_deg, predicted.azimuth_deg, 1e-3);
  assertNear(recorded.range_km, predicted.range_km, 1e-3);
  // The one in force before the epoch of the newest.
  const after = await lookAt(NORTH_MS + 61_000, "recorded");
  assert.equal(after.source, "predicted");
  assert.ok(after.element_set.age_hours > 0);
  const best = await lookAt(NORTH_MS + 61_000, "best");
  assert.equal(best.element_set.id, elementSetId(terra));
});

Deno.test("GET look answers by old elements with a warning, and by too old ones not at all", async () => {
  await using test = await TestApp.given([eventOf(terra)]);
  const lookAfter = (days: number) =>
    test.get(
      `${LOOK}?${MOSCOW}&at=${at(terra.epochUs / 1000 + days * DAY_MS)}`,
    );
  const { warnings: none } = await (await lookAfter(3)).json();
  assert.deepEqual(none, []);
  const old = await (await lookAfter(60)).json();
  assert.ok(old.expected_timing_error_s.p95 > 1);
  assert.match(
    old.warnings.join(),
    /^TERRA: times may be off by \d\.\d minutes \(in half .*\), manoeuvres not counted, as its elements, of 2026-08-22, are 60\.0 days from then$/,
  );
  const refused = await lookAfter(4_000);
  assert.equal(refused.status, 422);
  assert.match(
    (await refused.json()).detail,
    new RegExp(
      `^Cannot tell where TERRA is at 2037-.*element set in force, ${
        elementSetId(terra)
      } of 2026-08-22.*more than 10 minutes`,
    ),
  );
});

Deno.test("GET look looks from the poles, and across the date line", async () => {
  await using test = await TestApp.given([eventOf(terra)]);
  const lookFrom = (place: string) =>
    test.getJson(`${LOOK}?${place}&at=${at(NORTH_MS)}`);
  const east = await lookFrom("lat=10&lon=180");
  const west = await lookFrom("lat=10&lng=-180");
  assertNear(east.azimuth_deg, west.azimuth_deg, 1e-4);
  assertNear(east.elevation_deg, west.elevation_deg, 1e-4);
  for (const pole of ["lat=90&lon=0", "lat=-90&lon=0"]) {
    const { azimuth_deg, elevation_deg } = await lookFrom(pole);
    assert.ok(azimuth_deg >= 0 && azimuth_deg < 360);
    assert.ok(Math.abs(elevation_deg) < 90);
  }
});

Deno.test("GET look refuses what it cannot answer, naming it", async () => {
  const iss = findBundled("ISS")!;
  await using test = await TestApp.given([
    eventOf(terra),
    ...recordedOrbit(iss, { fromMs: NORTH_MS, toMs: NORTH_MS + 20_000 }, 1000),
  ]);
  const refusals: [string, number, RegExp][] = [
    [`/api/v1/satellites/x/look?${MOSCOW}`, 400, /norad_id must be a cat/],
    [`/api/v1/satellites/27424/look?${MOSCOW}`, 404, /find satellite 27424/],
    [
      `/api/v1/satellites/27424/look?${MOSCOW}&stream=true`,
      404,
      /find satellite 27424/,
    ],
    [
      `/api/v1/satellites/${iss.noradId}/look?${MOSCOW}&at=${
        at(NORTH_MS + DAY_MS)
      }`,
      422,
      /^Cannot tell where ISS .*: no positions of then and no elements are/,
    ],
    [LOOK, 400, /observer must be/],
    [`${LOOK}?lat=91&lon=0`, 400, /lat must be a number from -90 to 90/],
    [`${LOOK}?lat=0`, 400, /lon must be given together with lat/],
    [`${LOOK}?${MOSCOW}&lng=1`, 400, /lng must be left out/],
    [`${LOOK}?${MOSCOW}&at=x`, 400, /at must be an instant/],
    [`${LOOK}?${MOSCOW}&elements=new`, 400, /elements must be one of recorded/],
    [
      `${LOOK}?${MOSCOW}&frequency_mhz=0`,
      400,
      /frequency_mhz must be a number/,
    ],
    [`${LOOK}?${MOSCOW}&stream=1`, 400, /stream must be one of true, false/],
    [
      `${LOOK}?${MOSCOW}&stream=true&at=${at(NORTH_MS)}`,
      400,
      /at must be left out, as a stream tells of now/,
    ],
    [`${LOOK}?${MOSCOW}&horizon=1`, 400, /horizon must be left out/],
  ];
  for (const [path, status, detail] of refusals) {
    const response = await test.get(path);
    assert.equal(response.status, status, path);
    assert.match((await response.json()).detail, detail);
    assert.equal(
      response.headers.get("content-type"),
      "application/problem+json",
    );
  }
  assert.equal(test.clients.size, 0);
});
