import { deepEqual, equal, match } from "node:assert/strict";
import fc from "fast-check";
import { defaultPassesChoice } from "../passes/passes_choice.ts";
import { defaultTableChoice } from "../satellites/table_choice.ts";
import { windows } from "./live_windows.ts";
import {
  defaultViewState,
  findRangeProblem,
  formatViewState,
  parseViewState,
  speeds,
  type ViewState,
} from "./view_state.ts";

const nowMs = Date.UTC(2026, 7, 23, 14, 36, 42);
const parse = (address: string) =>
  parseViewState(new URL(address, "http://localhost"), nowMs);

Deno.test("parseViewState() shows the last hour without a query", () => {
  deepEqual(parse(""), { state: defaultViewState, problems: [] });
});

Deno.test("parseViewState() reads every part of an address", () => {
  const { state, problems } = parse(
    "/passes?from=2026-08-23T12:00:00Z&to=2026-08-23T13:00:00Z&speed=60&at=2026-08-23T12:30:00Z&satellites=25994,27424&map=12.5,-170,3&search=iss&sort=-altitude",
  );
  deepEqual(problems, []);
  deepEqual(state, {
    page: "passes",
    range: {
      kind: "fixed",
      fromMs: Date.UTC(2026, 7, 23, 12),
      toMs: Date.UTC(2026, 7, 23, 13),
    },
    speed: 60,
    atMs: Date.UTC(2026, 7, 23, 12, 30),
    satellites: [25994, 27424],
    map: { latitudeDeg: 12.5, longitudeDeg: -170, zoom: 3 },
    passes: defaultPassesChoice,
    table: { search: "iss", sort: { column: "altitudeKm", isDown: true } },
  });
});

Deno.test("parseViewState() says what it could not follow and takes the default", () => {
  for (
    const [search, words] of [
      ["?window=9h", /“9h”/],
      ["?colour=red", /“colour”/],
      ["?sort=height", /“height”/],
      ["?map=95,0,1", /“95,0,1”/],
      ["?from=yesterday", /“yesterday” for from/],
      ["?from=2026-08-23&to=then", /“then” for to/],
      [
        "?from=1000-01-01&to=3000-01-01",
        /^[^“]*“1000-01-01” for from and “3000-01-01” for to, which are not times from 1970 to 2099, [^“]*$/,
      ],
      ["?to=2026-08-23", /without a start/],
      ["?from=2026-08-23&to=2026-08-22", /end must be after the start/],
      ["?from=2026-08-23&to=2026-08-23", /end must be after the start/],
      ["?from=2027-01-01", /in the future/],
      ["?speed=2", /speed “2”/],
      ["?at=2027-01-01", /pauses at/],
      ["?satellites=terra", /“terra”/],
      ["?satellites=", /catalogue numbers/],
    ] as const
  ) {
    const { state, problems } = parse(search);
    deepEqual(state, defaultViewState, search);
    equal(problems.length, 1, search);
    match(problems[0]!, words);
  }
});

Deno.test("parseViewState() prefers a range to a window beside it", () => {
  const { state, problems } = parse("?window=6h&from=2026-08-23");
  equal(state.range.kind, "fixed");
  equal(problems.length, 1);
});

Deno.test("formatViewState() writes nothing for the default view", () => {
  equal(formatViewState(defaultViewState), "/");
});

Deno.test("formatViewState() and parseViewState() are inverse", () => {
  const second = fc.integer({ min: 1, max: nowMs / 1_000 - 10 })
    .filter((s) => s > 946_684_800).map((s) => s * 1_000);
  const range = fc.oneof(
    fc.record({
      kind: fc.constant("live" as const),
      window: fc.constantFrom(...windows),
    }),
    fc.record({
      kind: fc.constant("fixed" as const),
      fromMs: second,
      toMs: fc.constantFrom(null, nowMs),
    }),
  );
  const state = fc.record({
    page: fc.constantFrom("dashboard", "passes", "elements", "status"),
    range,
    speed: fc.constantFrom(null, ...speeds),
    atMs: fc.constantFrom(null, nowMs - 5_000),
    satellites: fc.option(
      fc.uniqueArray(fc.integer({ min: 1, max: 999_999_999 }), {
        minLength: 1,
      }),
    ),
    map: fc.record({
      latitudeDeg: fc.integer({ min: -90, max: 90 }),
      longitudeDeg: fc.integer({ min: -180, max: 180 }),
      zoom: fc.integer({ min: 1, max: 32 }),
    }),
    passes: fc.constantFrom(defaultPassesChoice, {
      ...defaultPassesChoice,
      minElevationDeg: 20,
      daysAhead: 3,
    }),
    table: fc.constantFrom(defaultTableChoice, {
      search: "a&b=ü",
      sort: { column: "lastMs", isDown: true },
    }),
  });
  fc.assert(fc.property(state, (state: ViewState) => {
    deepEqual(parse(formatViewState(state)), { state, problems: [] });
  }));
});

Deno.test("findRangeProblem() accepts a range that runs on into live", () => {
  equal(findRangeProblem(nowMs - 1, null, nowMs), null);
});
