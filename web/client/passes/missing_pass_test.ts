import { deepEqual, equal, match } from "node:assert/strict";
import { describeMissing, type Listed } from "./missing_pass.ts";
import { findPassTime, parsePassId } from "./pass_time.ts";
import { defaultPassesChoice } from "./passes_choice.ts";
import { makePass } from "./testdata/make_pass.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const tcaMs = Date.parse("2026-08-23T14:05:00.250Z");
const periodMs = 5_933_000;
const place = "55.7500N-37.6200E";

/** TERRA's pass so many revolutions after the first one. */
function passOf(revolutions: number, id = String(142_815 + revolutions)) {
  const time = new Date(tcaMs + revolutions * periodMs).toISOString();
  const pass = makePass({ id: `25994-${place}-${id}` });
  return { ...pass, tca: { ...pass.tca, time } };
}

const given = (changes: Partial<Listed> = {}): Listed => ({
  passes: [passOf(0), passOf(14)],
  satellites: [25994],
  choice: {
    ...defaultPassesChoice,
    place: {
      name: "Moscow",
      latitudeDeg: 55.75,
      longitudeDeg: 37.62,
      altitudeM: 0,
    },
  },
  range: { fromMs: tcaMs - dayMs, toMs: tcaMs + dayMs },
  nowMs: tcaMs + 4 * hourMs,
  isMoving: true,
  ...changes,
});

Deno.test("findPassTime() counts revolutions from those that are listed", () => {
  const at = (revolution: string, passes = given().passes) =>
    findPassTime(parsePassId(`25994-${place}-${revolution}`)!, passes);
  equal(at("142615"), tcaMs - 200 * periodMs);
  equal(at("142915.2"), tcaMs + 100 * periodMs);
  const negative = [passOf(0, "m7"), passOf(14, "7")];
  equal(at("m13", negative), tcaMs - 6 * periodMs);
  equal(at("t20260821T143055Z"), Date.parse("2026-08-21T14:30:55Z"));
  // Of other series, or with nothing to measure by, it is not known.
  equal(at("e3f2a9c41d07b_17"), null);
  equal(at("up0"), null);
  equal(at("142615", [passOf(0)]), null);
  const up = { ...passOf(14), direction: "ascending" as const };
  equal(at("142615", [passOf(0), up]), null);
});

Deno.test("describeMissing() offers the day about a pass that was", () => {
  const { says, change } = describeMissing(
    `25994-${place}-142615`,
    given(),
  );
  match(says, /was about 2026-08-09 20:00 UTC/);
  const timeMs = tcaMs - 200 * periodMs;
  deepEqual(change, {
    range: { fromMs: timeMs - dayMs / 2, toMs: timeMs + dayMs / 2 },
  });
});

Deno.test("describeMissing() offers the days up to a pass that comes, as far as they can be chosen", () => {
  const id = `25994-${place}-142915`;
  const { says, change } = describeMissing(id, given());
  match(says, /comes about 2026-08-30 11:00 UTC/);
  deepEqual(change, { choice: { daysAhead: 8, noradId: 25994 } });
  for (
    const listed of [
      given({ isMoving: false }),
      given({
        nowMs: tcaMs - 40 * dayMs,
      }),
    ]
  ) {
    const { says, change } = describeMissing(id, listed);
    match(says, /Go live and look again/);
    equal(change, null);
  }
});

Deno.test("describeMissing() says of what lies within the time that filters may leave it out", () => {
  const { says, change } = describeMissing(`25994-${place}-142820`, given());
  match(says, /about 2026-08-23 22:00 UTC and is not listed.*filters/);
  equal(change, null);
});

Deno.test("describeMissing() tells another satellite, another place and no id", () => {
  const other = describeMissing(`27424-${place}-142820`, given());
  match(other.says, /of satellite 27424/);
  deepEqual(other.change, { choice: { noradId: 27424 } });
  const elsewhere = describeMissing("25994-1.0000S-0.5000W-7", given());
  match(elsewhere.says, /another place, 1\.0000S 0\.5000W:/);
  match(
    describeMissing("25994-x-1", given()).says,
    /“25994-x-1”.*not the id of a pass/,
  );
  const none = describeMissing(`25994-${place}-1`, given({ passes: [] }));
  match(none.says, /choose another time or more days/);
});
