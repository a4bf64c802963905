import { deepEqual, equal, match } from "node:assert/strict";
import fc from "fast-check";
import {
  defaultPassesChoice,
  directions,
  elementModes,
  formatPassesChoice,
  mostDays,
  parsePassesChoice,
  type PassesChoice,
  plotSides,
} from "./passes_choice.ts";

function parse(search: string) {
  const problems: string[] = [];
  const choice = parsePassesChoice(new URLSearchParams(search), problems);
  return { choice, problems };
}

Deno.test("parsePassesChoice() reads every part of an address", () => {
  deepEqual(
    parse(
      "lat=55.75&lon=37.62&alt_m=156&place=Moscow&pass_satellite=25994&min_elevation_deg=20&direction=descending&visible_only=true&time_of_day=20:00-02:00&days_back=0&days_ahead=7&elements=compared&pass=25994-55.7500N-37.6200E-142815.2&plot=sky",
    ),
    {
      choice: {
        place: {
          name: "Moscow",
          latitudeDeg: 55.75,
          longitudeDeg: 37.62,
          altitudeM: 156,
        },
        placeName: null,
        noradId: 25994,
        minElevationDeg: 20,
        direction: "descending",
        visibleOnly: true,
        timeOfDay: "20:00-02:00",
        daysBack: 0,
        daysAhead: 7,
        elements: "compared",
        passId: "25994-55.7500N-37.6200E-142815.2",
        plot: "sky",
      },
      problems: [],
    },
  );
});

Deno.test("parsePassesChoice() says what it could not follow and takes the default", () => {
  for (
    const [search, words] of [
      ["lat=91&lon=0", /lat must be/],
      ["lat=55", /lon from -180/],
      ["lat=1&lon=2&alt_m=99999", /alt_m/],
      ["alt_m=156", /without lat and lon/],
      ["pass_satellite=terra", /“terra” for pass_satellite/],
      ["min_elevation_deg=91", /0 to 90/],
      ["direction=up", /ascending or descending/],
      ["visible_only=yes", /true or false/],
      ["time_of_day=20-02", /20:00-02:00/],
      ["time_of_day=20:00-20:00", /20:00-02:00/],
      ["time_of_day=24:00-02:00", /20:00-02:00/],
      ["days_back=1.5", /whole days/],
      ["days_ahead=31", /whole days/],
      ["elements=old", /recorded, compared or latest/],
      ["pass=<b>", /id of a pass/],
      ["plot=left", /map or sky/],
    ] as const
  ) {
    const { choice, problems } = parse(search);
    deepEqual(choice, defaultPassesChoice, search);
    equal(problems.length, 1, search);
    match(problems[0]!, words);
  }
});

Deno.test("parsePassesChoice() takes a place by its name alone, to be looked up", () => {
  const { choice, problems } = parse("place=%20S%C3%A3o%20Paulo%20");
  deepEqual(choice, { ...defaultPassesChoice, placeName: "São Paulo" });
  deepEqual(problems, []);
  deepEqual(formatPassesChoice(choice), ["place=S%C3%A3o%20Paulo"]);
  equal(parse("place=%20").choice.placeName, null);
  equal(parse("place=Moscow&lat=91&lon=0").choice.placeName, null);
});

Deno.test("formatPassesChoice() writes nothing for the default", () => {
  deepEqual(formatPassesChoice(defaultPassesChoice), []);
});

Deno.test("formatPassesChoice() and parsePassesChoice() are inverse", () => {
  const degrees = (most: number) =>
    fc.integer({ min: -most * 1e4, max: most * 1e4 }).map((n) => n / 1e4 + 0);
  const minute = fc.integer({ min: 0, max: 1_438 });
  const clock = (minute: number) =>
    new Date(minute * 60_000).toISOString().slice(11, 16);
  const days = fc.integer({ min: 0, max: mostDays });
  const choice = fc.record({
    place: fc.option(fc.record({
      name: fc.option(fc.string({ minLength: 1, unit: "grapheme" })),
      latitudeDeg: degrees(90),
      longitudeDeg: degrees(180),
      altitudeM: fc.integer({ min: -500, max: 9_000 }),
    })),
    placeName: fc.constant(null),
    noradId: fc.option(fc.integer({ min: 1, max: 999_999_999 })),
    minElevationDeg: fc.integer({ min: 0, max: 900 }).map((n) => n / 10),
    direction: fc.constantFrom(null, ...directions),
    visibleOnly: fc.boolean(),
    timeOfDay: fc.option(
      minute.map((from) => `${clock(from)}-${clock(from + 1)}`),
    ),
    daysBack: days,
    daysAhead: days,
    elements: fc.constantFrom(...elementModes),
    passId: fc.constantFrom(null, "25994-55.7500N-37.6200E-142815"),
    plot: fc.constantFrom(...plotSides),
  });
  fc.assert(fc.property(choice, (choice: PassesChoice) => {
    const search = formatPassesChoice(choice).join("&");
    deepEqual(parse(search), { choice, problems: [] });
  }));
});
