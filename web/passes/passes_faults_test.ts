import assert from "node:assert/strict";
import fc from "fast-check";
import { knownObservers } from "../observers/known_observer.ts";
import { Problem } from "../problem.ts";
import { type PassesRequestDeps, readPassesRequest } from "./passes_request.ts";

const DAY_MS = 86_400_000;
const MOSCOW = "lat=55.75&lon=37.62";

const observers = knownObservers([
  { name: "Home", latitudeDeg: 50, longitudeDeg: 10, altitudeM: 300 },
]);

function read(query: string, options: Partial<PassesRequestDeps> = {}) {
  return readPassesRequest(`http://localhost/passes?${query}`, {
    nowMs: Date.UTC(2026, 7, 21, 12),
    observers,
    noradId: 25_994,
    acceptedFormat: "json",
    ...options,
  });
}

function problemOf(act: () => unknown): Problem {
  try {
    act();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  assert.fail("nothing was wrong");
}

const MANY = Array.from({ length: 101 }, (_, i) => i + 1).join(",");
/** A query, the parameters that are at fault, and what is said. */
const WRONG: [query: string, parameters: string[], detail: string][] = [
  [
    "",
    ["observer"],
    "must be the name of one of /api/v1/observers, or lat and lon be given: current value is missing",
  ],
  ["lat=1", ["lon"], "lon must be given together with lat"],
  ["lon=1", ["lat"], "lat must be given together with lon"],
  ["lng=1", ["lat"], "lat must be given together with lon"],
  ["alt_m=1", ["lat", "lon"], "current value is missing"],
  ["lat=1&lon=1&lng=1", ["lng"], "left out, as lon says the same"],
  ["lat=90.001&lon=1", ["lat"], "a number from -90 to 90"],
  ["lat=1&lon=-180.1", ["lon"], "a number from -180 to 180"],
  ["lat=1&lng=200", ["lng"], "a number from -180 to 180"],
  ["lat=x&lon=1", ["lat"], 'current value is "x"'],
  ["lat=NaN&lon=Infinity", ["lat", "lon"], "a number from"],
  ["lat=&lon=1", ["lat"], "a number from -90 to 90"],
  [`${MOSCOW}&alt_m=9001`, ["alt_m"], "a number from -500 to 9000"],
  [`${MOSCOW}&alt_m=-501`, ["alt_m"], "a number from -500 to 9000"],
  [
    "observer=Home&lat=1&lon=2",
    ["lat", "lon"],
    "left out, as observer says where",
  ],
  ["observer=Home&alt_m=2", ["alt_m"], "left out, as observer says where"],
  ["observer=Hme", ["observer"], "perhaps Home"],
  ["observer=", ["observer"], "the name of one of /api/v1/observers"],
  [`${MOSCOW}&from=soon`, ["from"], "an instant from 1970 to 2099"],
  [
    `${MOSCOW}&from=2026-08-02&to=2026-08-01`,
    ["to"],
    "later than from, 2026-08-02T00:00:00.000Z",
  ],
  [`${MOSCOW}&from=2026-08-02&to=2026-08-02`, ["to"], "later than from"],
  [
    `${MOSCOW}&from=2026-08-01&to=2026-09-01T00:00:00.001Z`,
    ["to"],
    "at most 31 days after from",
  ],
  [`${MOSCOW}&next=0`, ["next"], "a whole number from 1 to 100"],
  [`${MOSCOW}&next=101`, ["next"], "a whole number from 1 to 100"],
  [
    `${MOSCOW}&next=1&to=2027-01-01`,
    ["to"],
    "left out, as next looks up to 31 days ahead",
  ],
  [`${MOSCOW}&next=1&limit=5`, ["limit"], "left out, as next says how many"],
  [
    `${MOSCOW}&next=1&cursor=1-1`,
    ["cursor"],
    "left out, as next gives one page",
  ],
  [`${MOSCOW}&horizon_deg=-5.1`, ["horizon_deg"], "a number from -5 to 89"],
  [`${MOSCOW}&horizon_deg=90`, ["horizon_deg"], "a number from -5 to 89"],
  [
    `${MOSCOW}&min_elevation_deg=-1`,
    ["min_elevation_deg"],
    "a number from 0 to 90",
  ],
  [
    `${MOSCOW}&min_elevation_deg=91`,
    ["min_elevation_deg"],
    "a number from 0 to 90",
  ],
  [
    `${MOSCOW}&horizon_deg=20&min_elevation_deg=15`,
    ["min_elevation_deg"],
    "at least horizon_deg, 20",
  ],
  [
    `${MOSCOW}&min_duration_s=-1`,
    ["min_duration_s"],
    "a number from 0 to 2678400",
  ],
  [`${MOSCOW}&direction=north`, ["direction"], "one of ascending, descending"],
  [`${MOSCOW}&time_of_day=20-02`, ["time_of_day"], "such as 20:00-02:00"],
  [`${MOSCOW}&utc_offset=%2B03:00`, ["utc_offset"], "given with time_of_day"],
  [`${MOSCOW}&visible_only=yes`, ["visible_only"], "one of true, false"],
  [`${MOSCOW}&elements=new`, ["elements"], "one of recorded, best, latest"],
  [`${MOSCOW}&include=all`, ["include"], "one of track"],
  [
    `${MOSCOW}&include=track&step_s=0`,
    ["step_s"],
    "a whole number from 1 to 600",
  ],
  [
    `${MOSCOW}&include=track&step_s=601`,
    ["step_s"],
    "a whole number from 1 to 600",
  ],
  [`${MOSCOW}&step_s=5`, ["step_s"], "given with include=track"],
  [
    `${MOSCOW}&frequency_mhz=437.8`,
    ["frequency_mhz"],
    "given with include=track",
  ],
  [
    `${MOSCOW}&include=track&frequency_mhz=0`,
    ["frequency_mhz"],
    "a number from 0.001",
  ],
  [`${MOSCOW}&include=track&format=csv`, ["include"], "left out, as csv has"],
  [`${MOSCOW}&include=track&format=ics`, ["include"], "left out, as ics has"],
  [
    `${MOSCOW}&compare=latest&format=ics`,
    ["compare"],
    "left out, as a calendar",
  ],
  [`${MOSCOW}&compare=best`, ["compare"], "one of latest"],
  [`${MOSCOW}&limit=1001`, ["limit"], "a whole number from 1 to 1000"],
  [
    `${MOSCOW}&cursor=yesterday`,
    ["cursor"],
    "what the page before gave as next",
  ],
  [`${MOSCOW}&format=xml`, ["format"], "one of json, csv, ics"],
  [
    `${MOSCOW}&satellites=25994`,
    ["satellites"],
    "left out, as the parameters are",
  ],
  [`${MOSCOW}&lat=2`, ["lat"], "given once"],
  [
    "lat=91&from=x&step_s=5&next=3&limit=2&satelite=1",
    ["lat", "from", "satelite", "lon", "limit", "step_s"],
    "; and ",
  ],
];

for (const [query, parameters, detail] of WRONG) {
  Deno.test(`readPassesRequest() refuses "${query}"`, () => {
    const { status, faults, message } = problemOf(() => read(query));
    assert.equal(status, 400);
    assert.deepEqual(faults.map(({ parameter }) => parameter), parameters);
    assert.ok(message.includes(detail), message);
  });
}

Deno.test("readPassesRequest() needs 1 to 100 satellites where the path names none", () => {
  for (const query of ["", "satellites=", `satellites=${MANY}`]) {
    const { faults } = problemOf(() =>
      read(`${MOSCOW}&${query}`, { noradId: undefined })
    );
    assert.deepEqual(faults.map(({ parameter }) => parameter), ["satellites"]);
    assert.match(faults[0]!.requirement, /at most 100$/);
  }
});

Deno.test("readPassesRequest() refuses a track also where the client accepts CSV", () => {
  const accepted = { acceptedFormat: "csv" } as const;
  const { faults } = problemOf(() => read(`${MOSCOW}&include=track`, accepted));
  assert.deepEqual(faults.map(({ parameter }) => parameter), ["include"]);
});

Deno.test("readPassesRequest() reads any query, or says what is wrong with it", () => {
  const names = [
    ...["lat", "lon", "lng", "alt_m", "observer", "from", "to", "next"],
    ...["horizon_deg", "min_elevation_deg", "min_duration_s", "direction"],
    ...["time_of_day", "utc_offset", "visible_only", "elements", "include"],
    ...["step_s", "frequency_mhz", "compare", "limit", "cursor", "format"],
    ...["satellites", "__proto__", "sensor"],
  ];
  const values = fc.oneof(
    fc.string({ unit: "binary", maxLength: 30 }),
    fc.double().map(String),
    fc.integer().map(String),
    fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
    fc.constantFrom("1", "0", "-0", "90", "Home", "track", "latest", "true"),
    fc.constantFrom("20:00-02:00", "00:00-24:00", "+03:00", "1e-7", "csv"),
  );
  const queries = fc.array(fc.tuple(fc.constantFrom(...names), values));
  let good = 0;
  fc.assert(
    fc.property(queries, fc.boolean(), (given, hasPlace) => {
      const params = new URLSearchParams(given);
      if (hasPlace) params.set("lat", "1"), params.set("lon", "2");
      try {
        const { range, observer, filter } = read(String(params));
        good++;
        assert.ok(range.toMs > range.fromMs);
        assert.ok(range.toMs - range.fromMs <= 31 * DAY_MS);
        assert.ok(Math.abs(observer.latitudeDeg) <= 90);
        assert.ok(filter.minElevationDeg >= 0);
      } catch (error) {
        assert.ok(error instanceof Problem, String(error));
        assert.equal(error.status, 400);
        assert.ok(error.faults.length > 0);
      }
    }),
    { numRuns: 2_000 },
  );
  assert.ok(good > 20, `${good} were good`);
});
