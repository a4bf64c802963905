import { deepEqual, equal, match } from "node:assert/strict";
import type { Pass } from "./contract.ts";
import { defaultPassesChoice, type PassesChoice } from "./passes_choice.ts";
import {
  elementsPath,
  passesAddresses,
  passesFilters,
  passesPath,
  trackPath,
} from "./passes_query.ts";
import { makePass } from "./testdata/make_pass.ts";

const choice: PassesChoice = {
  ...defaultPassesChoice,
  place: {
    name: "Moscow",
    latitudeDeg: 55.75,
    longitudeDeg: 37.62,
    altitudeM: 0,
  },
};

Deno.test("passesFilters() names a place that the server knows by its name", () => {
  const place = {
    name: "São Paulo",
    latitudeDeg: 1,
    longitudeDeg: 2,
    altitudeM: 3,
  };
  const choice = { ...defaultPassesChoice, place };
  equal(
    passesFilters(choice, [25994], { byName: true }),
    "satellites=25994&observer=S%C3%A3o%20Paulo&min_elevation_deg=10",
  );
});

Deno.test("passesFilters() asks for all that are shown, above ten degrees", () => {
  equal(
    passesFilters(choice, [25994, 27424]),
    "satellites=25994,27424&lat=55.75&lon=37.62&min_elevation_deg=10",
  );
});

Deno.test("passesFilters() writes every filter that is chosen", () => {
  equal(
    passesFilters({
      ...choice,
      place: { ...choice.place!, altitudeM: 156 },
      noradId: 28376,
      minElevationDeg: 30,
      direction: "ascending",
      visibleOnly: true,
      timeOfDay: "20:00-02:00",
      elements: "compared",
    }, [25994]),
    "satellites=28376&lat=55.75&lon=37.62&alt_m=156&min_elevation_deg=30&direction=ascending&visible_only=true&time_of_day=20:00-02:00&compare=latest",
  );
});

Deno.test("passesFilters() asks for no more satellites than the API takes", () => {
  const many = Array.from({ length: 101 }, (_, i) => i + 1);
  const asked = (choice: PassesChoice) =>
    new URLSearchParams(passesFilters(choice, many)!).get("satellites")!;
  equal(asked(choice), many.slice(0, 100).join(","));
  equal(asked({ ...choice, noradId: 101 }), "101");
});

Deno.test("passesFilters() asks nothing without a place or a satellite", () => {
  equal(passesFilters({ ...choice, place: null }, [25994]), null);
  equal(passesFilters(choice, []), null);
});

Deno.test("passesPath() has the range and a limit", () => {
  const range = {
    fromMs: Date.UTC(2026, 7, 22, 14, 36),
    toMs: Date.UTC(2026, 7, 23),
  };
  equal(
    passesPath("lat=1", range),
    "passes?lat=1&from=2026-08-22T14:36:00Z&to=2026-08-23T00:00:00Z&limit=1000",
  );
});

Deno.test("trackPath() asks for the one pass, and steps of whole seconds", () => {
  const pass: Pass = makePass();
  equal(
    trackPath(pass, { ...choice, elements: "latest", minElevationDeg: 40 }),
    "passes?satellites=25994&lat=55.75&lon=37.62&min_elevation_deg=0&elements=latest&from=2026-08-23T14:00:00Z&to=2026-08-23T14:10:01Z&include=track&step_s=6",
  );
  equal(
    /step_s=(\d+)/.exec(
      trackPath({ ...pass, duration_s: 864_000 }, choice),
    )![1],
    "600",
  );
});

Deno.test("trackPath() asks for no longer than the API takes, of what stands in the sky", () => {
  const pass = makePass();
  const stands: Pass = {
    ...pass,
    aos: { ...pass.aos, time: "2026-08-01T00:00:00.000Z" },
    los: { ...pass.los, time: "2026-09-01T00:00:30.000Z" },
  };
  match(trackPath(stands, choice), /&to=2026-09-01T00:00:00Z&/);
});

Deno.test("elementsPath() leads to a set that the pass rests on", () => {
  const pass = makePass();
  equal(
    elementsPath(pass, {
      ...pass.element_set!,
      epoch: "2026-08-22T14:24:17.018208Z",
    }),
    "/api/v1/satellites/25994/elements?from=2026-08-22T14:24:17.018Z&to=2026-08-22T14:24:17.019Z",
  );
});

Deno.test("passesAddresses() has all of a range, and no comparison in a calendar", () => {
  const range = { fromMs: Date.UTC(2026, 7, 22), toMs: Date.UTC(2026, 7, 23) };
  const about = "from=2026-08-22T00:00:00Z&to=2026-08-23T00:00:00Z";
  deepEqual(passesAddresses("lat=1&compare=latest", range, false), {
    json: `/api/v1/passes?lat=1&compare=latest&${about}`,
    csv: `/api/v1/passes?lat=1&compare=latest&${about}&format=csv`,
    calendar: `/api/v1/passes?lat=1&${about}&format=ics`,
  });
});

Deno.test("passesAddresses() has a calendar without a range of what moves, to subscribe to", () => {
  const range = { fromMs: Date.UTC(2026, 7, 22), toMs: Date.UTC(2026, 7, 23) };
  const { csv, calendar } = passesAddresses("lat=1", range, true);
  match(csv, /&from=.*&to=/);
  equal(calendar, "/api/v1/passes?lat=1&format=ics");
});
