import assert from "node:assert/strict";
import { DAY_MS } from "../../shared/projection/time_range.ts";
import { elementSetId } from "../../tle/element_set_id.ts";
import type { PassesJson } from "../passes/pass_json.ts";
import { recordedOrbit } from "../testdata/recorded_orbit.ts";
import type { TestApp } from "../testdata/test_app.ts";
import type { ViewsJson } from "./view_json.ts";
import {
  aqua,
  at,
  given,
  hours,
  MOSCOW,
  terra,
  window,
} from "../passes/testdata/given_satellites.ts";

const PATH = `/api/v1/satellites/${terra.noradId}/passes?${MOSCOW}`;
const BOTH =
  `/api/v1/passes?satellites=${terra.noradId},${aqua.noradId}&${MOSCOW}`;
const DAYS = window(0, 72);

const viewsOf = (test: TestApp, path: string) =>
  test.getJson(path) as Promise<ViewsJson>;

Deno.test("GET passes with sensor=modis tells when a satellite saw a site, and in which granule", async () => {
  await using test = await given([terra], 24);
  const answer = await viewsOf(test, `${PATH}&${DAYS}&sensor=modis`);
  assert.deepEqual(answer.request, {
    satellites: [terra.noradId],
    from: at(0),
    to: at(72),
    next: null,
    sensor: "modis",
    scan_half_angle_deg: null,
    elements: "recorded",
    limit: 1000,
    cursor: null,
    format: "json",
  });
  assert.equal(answer.observer.latitude_deg, 55.75);
  assert.deepEqual([answer.next, answer.warnings], [null, []]);
  assert.ok(answer.views.length >= 8, `${answer.views.length}`);
  for (const view of answer.views) {
    assert.deepEqual(Object.keys(view), [
      ...["id", "norad_id", "name", "time", "scan_angle_deg", "side"],
      ...["view_zenith_deg", "view_azimuth_deg", "range_km"],
      ...["solar_zenith_deg", "solar_azimuth_deg", "daylight", "granule"],
      ...["source", "element_set", "expected_timing_error_s"],
    ]);
    const { time, scan_angle_deg, view_zenith_deg, granule } = view;
    assert.ok(scan_angle_deg >= 0 && scan_angle_deg <= 55);
    assert.ok(view_zenith_deg > scan_angle_deg && view_zenith_deg < 66);
    assert.equal(view.daylight, view.solar_zenith_deg < 90);
    assert.match(granule!, /^A2026\d{3}\.\d\d[0-5][05]$/);
    assert.equal(granule!.slice(9, 11), time.slice(11, 13));
    assert.equal(view.source, "predicted");
    assert.equal(view.element_set!.id, elementSetId(terra));
  }
});

Deno.test("a view has the id of its pass", async () => {
  await using test = await given([terra], 24);
  const { views } = await viewsOf(test, `${PATH}&${DAYS}&sensor=modis`);
  const { passes } = await test.getJson(
    `${PATH}&${DAYS}&min_elevation_deg=0`,
  ) as PassesJson;
  for (const { id, time } of views) {
    const pass = passes.find((pass) => pass.id === id)!;
    assert.ok(pass.aos.time < time && time < pass.los.time);
  }
});

Deno.test("a view is told from recorded positions where there are any", async () => {
  await using test = await given([terra], 24);
  const predicted = await viewsOf(test, `${PATH}&${DAYS}&sensor=modis`);
  const range = { fromMs: hours(0), toMs: hours(24) };
  const topic = "terra_topic";
  test.projection.commit(recordedOrbit(terra, range, 1000), { topic });
  const mixed = await viewsOf(test, `${PATH}&${DAYS}&sensor=modis`);
  assert.equal(mixed.views.length, predicted.views.length);
  for (const [i, view] of mixed.views.entries()) {
    const other = predicted.views[i]!;
    const isPast = Date.parse(view.time) < hours(24);
    assert.equal(view.source, isPast ? "recorded" : "predicted");
    const offMs = Date.parse(view.time) - Date.parse(other.time);
    assert.ok(Math.abs(offMs) <= 20, `${offMs} ms`);
    assert.equal(view.side, other.side);
    assert.equal(view.id, other.id);
  }
  assert.equal(new Set(mixed.views.map(({ source }) => source)).size, 2);
});

Deno.test("a scan angle of one's own sees as far as it says, and has no granules", async () => {
  await using test = await given([terra], 24);
  const wide = await viewsOf(test, `${PATH}&${DAYS}&sensor=modis`);
  const narrow = await viewsOf(test, `${PATH}&${DAYS}&scan_half_angle_deg=30`);
  assert.deepEqual(
    narrow.views,
    wide.views.filter(({ scan_angle_deg }) => scan_angle_deg <= 30)
      .map((view) => ({ ...view, granule: null })),
  );
  for (const { request, views } of [wide, narrow]) {
    const again = Object.entries({ ...request, satellites: null })
      .flatMap(([name, value]) => value === null ? [] : [`&${name}=${value}`]);
    assert.deepEqual((await viewsOf(test, PATH + again.join(""))).views, views);
  }
  assert.ok(narrow.views.length > 0);
});

Deno.test("views of several satellites come by time, in pages, and the next few on request", async () => {
  await using test = await given([terra, aqua], 24);
  const query = `${BOTH}&sensor=modis`;
  const { views } = await viewsOf(test, `${query}&${DAYS}`);
  const times = views.map(({ time }) => time);
  assert.deepEqual(times, times.toSorted());
  assert.equal(new Set(views.map(({ name }) => name)).size, 2);
  const paged = [];
  let path = `${query}&${DAYS}&limit=5`;
  for (;;) {
    const page = await viewsOf(test, path);
    assert.ok(page.views.length <= 5);
    paged.push(...page.views);
    if (page.next === null) break;
    path = `${query}&${DAYS}&limit=5&cursor=${page.next}`;
  }
  assert.deepEqual(paged, views);
  const next = await viewsOf(test, `${query}&from=${at(0)}&next=3`);
  assert.deepEqual(next.views, views.slice(0, 3));
});

Deno.test("a window holds the views whose instants lie in it, wherever it cuts a pass", async () => {
  await using test = await given([terra], 24);
  const { views } = await viewsOf(test, `${PATH}&${DAYS}&sensor=modis`);
  const { time } = views[3]!;
  const later = new Date(Date.parse(time) + 1).toISOString();
  const window = async (from: string, to: string) =>
    (await viewsOf(test, `${PATH}&sensor=modis&from=${from}&to=${to}`)).views;
  assert.deepEqual(await window(time, later), [views[3]]);
  assert.deepEqual(await window(at(0), time), views.slice(0, 3));
  assert.deepEqual(await window(later, at(72)), views.slice(4));
});

Deno.test("views as CSV have a row each, as JSON has them", async () => {
  await using test = await given([terra], 24);
  const { views } = await viewsOf(test, `${PATH}&${DAYS}&sensor=modis`);
  const response = await test.get(`${PATH}&${DAYS}&sensor=modis&format=csv`);
  assert.match(response.headers.get("content-type")!, /^text\/csv/);
  const [head, ...rows] = (await response.text()).trimEnd().split("\r\n");
  assert.equal(rows.length, views.length);
  const names = head!.split(",");
  const first = Object.fromEntries(
    rows[0]!.split(",").map((value, i) => [names[i], value]),
  );
  const [view] = views;
  assert.equal(first.id, view!.id);
  assert.equal(first.granule, view!.granule);
  assert.equal(first.element_set_id, view!.element_set!.id);
  assert.equal(Number(first.scan_angle_deg), view!.scan_angle_deg);
});

Deno.test("views by old elements come with a warning, and by very old ones not at all", async () => {
  await using test = await given([terra], 24);
  const days = (from: number) =>
    `from=${new Date(hours(0) + from * DAY_MS).toISOString()}`;
  const { warnings } = await viewsOf(
    test,
    `${PATH}&${days(40)}&sensor=modis`,
  );
  assert.equal(warnings.length, 1);
  assert.match(warnings[0]!, /^TERRA: times may be off by/);
  const response = await test.get(`${PATH}&${days(4000)}&sensor=modis`);
  assert.equal(response.status, 422);
  await response.body?.cancel();
});

const WRONG: [query: string, parameter: string, detail: string][] = [
  [
    "sensor=modis&horizon_deg=5",
    "horizon_deg",
    "left out, as a sensor's views are told by scan angle, not by elevation",
  ],
  [
    "scan_half_angle_deg=40&min_elevation_deg=10",
    "min_elevation_deg",
    "left out",
  ],
  ["sensor=modis&visible_only=true", "visible_only", "left out"],
  ["sensor=modis&include=track", "include", "left out"],
  ["sensor=viirs", "sensor", "one of modis"],
  ["scan_half_angle_deg=0", "scan_half_angle_deg", "between 0 and 90"],
  ["scan_half_angle_deg=90", "scan_half_angle_deg", "between 0 and 90"],
  ["scan_half_angle_deg=-1", "scan_half_angle_deg", "from 0 to 90"],
  [
    "sensor=modis&scan_half_angle_deg=55",
    "scan_half_angle_deg",
    "left out, as sensor says how far it scans",
  ],
  ["sensor=modis&format=ics", "format", "one of json, csv"],
  ["sensor=modis&next=3&limit=5", "limit", "left out, as next says how many"],
  ["sensor=modis&nadir=1", "nadir", "left out"],
];

for (const [query, parameter, detail] of WRONG) {
  Deno.test(`GET passes refuses ${query}`, async () => {
    await using test = await given([terra], 24);
    const response = await test.get(`${PATH}&${query}`);
    assert.equal(response.status, 400);
    const problem = await response.json();
    assert.deepEqual(
      problem.faults.map((fault: { parameter: string }) => fault.parameter),
      [parameter],
    );
    assert.ok(problem.detail.includes(detail), problem.detail);
  });
}

Deno.test("GET views refuses a sensor on satellites that do not carry it, and takes its angle", async () => {
  await using test = await given([terra, aqua], 12);
  const query = `satellites=25994,27424,28376&${MOSCOW}`;
  const response = await test.get(`/api/v1/passes?${query}&sensor=modis`);
  assert.equal(response.status, 400);
  assert.match(
    (await response.json()).detail,
    /sensor must be one that 28376 carries \(modis is on 25994 and 27424\); or give scan_half_angle_deg/,
  );
  const by = `satellites=25994,27424&${MOSCOW}&scan_half_angle_deg=55`;
  await test.getJson(`/api/v1/passes?${by}`);
});
