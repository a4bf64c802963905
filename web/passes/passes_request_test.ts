import assert from "node:assert/strict";
import { knownObservers } from "../observers/known_observer.ts";
import { formatPlace } from "./pass_place.ts";
import { type PassesRequestDeps, readPassesRequest } from "./passes_request.ts";

const TERRA = 25_994;
const NOW_MS = Date.UTC(2026, 7, 21, 12);
const DAY_MS = 86_400_000;
const MOSCOW = "lat=55.75&lon=37.62";

const observers = knownObservers([
  { name: "Home", latitudeDeg: 50, longitudeDeg: 10, altitudeM: 300 },
]);

function read(
  query: string,
  options: Partial<PassesRequestDeps> = {},
) {
  return readPassesRequest(`http://localhost/passes?${query}`, {
    nowMs: NOW_MS,
    observers,
    noradId: TERRA,
    acceptedFormat: "json",
    ...options,
  });
}

const day = (text: string) => Date.parse(text);
/** What is given, and the range that is meant. */
const RANGES: [query: string, fromMs: number, toMs: number][] = [
  ["", NOW_MS - DAY_MS, NOW_MS],
  ["from=2026-08-01", day("2026-08-01"), day("2026-08-02")],
  ["from=2027-01-01", day("2027-01-01"), day("2027-01-02")],
  ["to=2026-08-01", day("2026-07-31"), day("2026-08-01")],
  ["from=2026-08-01&to=2026-09-01", day("2026-08-01"), day("2026-09-01")],
  ["next=5", NOW_MS, NOW_MS + 31 * DAY_MS],
  ["next=100&from=2026-01-01", day("2026-01-01"), day("2026-02-01")],
];

for (const [query, fromMs, toMs] of RANGES) {
  Deno.test(`readPassesRequest() reads the range of "${query}"`, () => {
    const request = read(`${MOSCOW}&${query}`);
    assert.deepEqual(request.range, { fromMs, toMs });
  });
}

Deno.test("readPassesRequest() asks by default for a calendar from the last day to the coming 14", () => {
  assert.deepEqual(read(`${MOSCOW}&format=ics`).range, {
    fromMs: NOW_MS - DAY_MS,
    toMs: NOW_MS + 14 * DAY_MS,
  });
});

Deno.test("readPassesRequest() asks for a satellite's passes of the last day by default", () => {
  assert.deepEqual(read(MOSCOW), {
    noradIds: [TERRA],
    observer: {
      name: null,
      latitudeDeg: 55.75,
      longitudeDeg: 37.62,
      altitudeM: 0,
    },
    range: { fromMs: NOW_MS - DAY_MS, toMs: NOW_MS },
    next: null,
    horizonDeg: 0,
    filter: {
      minElevationDeg: 10,
      minDurationS: null,
      direction: null,
      timeOfDay: null,
      visibleOnly: false,
    },
    elements: "recorded",
    track: null,
    comparesLatest: false,
    limit: 1_000,
    cursor: null,
    format: "json",
  });
});

Deno.test("readPassesRequest() reads each parameter", () => {
  const place = { tcaMs: NOW_MS, noradId: 27_424 };
  const request = read(
    `${MOSCOW}&` +
      "satellites=25994,27424&alt_m=-12.5&from=2026-08-01&to=2026-08-03" +
      "&horizon_deg=-1.5&min_elevation_deg=45&min_duration_s=90" +
      "&direction=descending&time_of_day=20:00-02:00&utc_offset=-03:30" +
      "&visible_only=true&elements=best&include=track&step_s=5" +
      `&frequency_mhz=8212.5&compare=latest&limit=7&cursor=${
        formatPlace(place)
      }&format=json`,
    { noradId: undefined },
  );
  assert.deepEqual(request, {
    noradIds: [25_994, 27_424],
    observer: {
      name: null,
      latitudeDeg: 55.75,
      longitudeDeg: 37.62,
      altitudeM: -12.5,
    },
    range: { fromMs: day("2026-08-01"), toMs: day("2026-08-03") },
    next: null,
    horizonDeg: -1.5,
    filter: {
      minElevationDeg: 45,
      minDurationS: 90,
      direction: "descending",
      timeOfDay: { fromMinute: 1_200, toMinute: 120, aheadMinutes: -210 },
      visibleOnly: true,
    },
    elements: "best",
    track: { stepS: 5, frequencyMhz: 8_212.5 },
    comparesLatest: true,
    limit: 7,
    cursor: place,
    format: "json",
  });
});

Deno.test("readPassesRequest() takes lng for lon", () => {
  const { observer } = read("lat=-33.45&lng=-70.6667");
  assert.equal(observer.longitudeDeg, -70.6667);
});

Deno.test("readPassesRequest() finds an observer by name", () => {
  const { name, latitudeDeg, altitudeM } = read("observer=hOME").observer;
  assert.deepEqual({ name, latitudeDeg, altitudeM }, {
    name: "Home",
    latitudeDeg: 50,
    altitudeM: 300,
  });
});

Deno.test("readPassesRequest() takes a time of day at the observer's longitude", () => {
  const { filter } = read(`${MOSCOW}&time_of_day=20:00-02:00`);
  assert.ok(Math.abs(filter.timeOfDay!.aheadMinutes - 150.48) < 1e-9);
});

Deno.test("readPassesRequest() raises the elevation that is asked for with the horizon", () => {
  assert.equal(read(`${MOSCOW}&horizon_deg=20`).filter.minElevationDeg, 20);
  assert.equal(read(`${MOSCOW}&horizon_deg=5`).filter.minElevationDeg, 10);
  const both = read(`${MOSCOW}&horizon_deg=20&min_elevation_deg=20`);
  assert.equal(both.filter.minElevationDeg, 20);
});

Deno.test("readPassesRequest() writes what the client accepts, unless told", () => {
  const accepted = { acceptedFormat: "ics" } as const;
  assert.equal(read(MOSCOW, accepted).format, "ics");
  assert.equal(read(`${MOSCOW}&format=csv`, accepted).format, "csv");
});

Deno.test("readPassesRequest() has pages of JSON, and all else whole unless told", () => {
  assert.equal(read(`${MOSCOW}&format=csv`).limit, Infinity);
  assert.equal(read(`${MOSCOW}&format=ics&limit=3`).limit, 3);
});
