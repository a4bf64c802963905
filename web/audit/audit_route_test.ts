import assert from "node:assert/strict";
import { elementSetRecorded } from "../../shared/events/element_set_recorded.ts";
import { findBundled } from "../../tle/bundled_elements.ts";
import type { ElementSet } from "../../tle/element_set.ts";
import { timingErrorS } from "../../tle/element_age.ts";
import { elementSetId } from "../../tle/element_set_id.ts";
import { positionAt, START_MS, TERRA } from "../testdata/given_positions.ts";
import { countTurns } from "../testdata/count_turns.ts";
import { TestApp } from "../testdata/test_app.ts";

const PATH = `/api/v1/satellites/${TERRA}/audit`;
const DAY_US = 86_400e6;
const terra = findBundled("TERRA")!;

/** TERRA's bundled set as if it were of so many days later. */
function setOf(days: number, change: Partial<ElementSet> = {}): ElementSet {
  return {
    ...terra,
    epochUs: Math.round(terra.epochUs + days * DAY_US),
    meanAnomalyDeg: (terra.meanAnomalyDeg + terra.meanMotion * days * 360) %
      360,
    ...change,
  };
}

/** An app whose clock stands so many hours after the last set. */
async function givenAudited(
  sets: readonly ElementSet[],
  hours = 6,
): Promise<TestApp> {
  const test = await TestApp.given(
    sets.map((set) =>
      elementSetRecorded(set, { source: "test", timeMs: START_MS })
    ),
  );
  test.projection.deriveAll();
  test.nowMs = sets.at(-1)!.epochUs / 1000 + hours * 3_600_000;
  return test;
}

const daily = (count: number) =>
  Array.from({ length: count }, (_, i) => setOf(i));

interface Answer {
  readonly audits: {
    readonly element_set: string;
    readonly predictions: { readonly nominal_age_days: number }[];
  }[];
  readonly next: string | null;
}

const idsOf = ({ audits }: Answer) => audits.map((one) => one.element_set);

Deno.test("GET audit tells how far off each earlier set was, and what was expected", async () => {
  const [before, truth] = [setOf(0), setOf(3)];
  await using test = await givenAudited([before, truth]);
  const answer = await test.getJson(PATH);
  const [audit] = answer.audits;
  const { radial_m, along_track_m, cross_track_m, later_s, ...rest } =
    audit.predictions[0];
  assert.equal(answer.audits.length, 1);
  assert.equal(audit.element_set, elementSetId(truth));
  assert.equal(
    Date.parse(audit.epoch),
    Math.floor(truth.epochUs / 1000),
  );
  assert.deepEqual(rest, {
    kind: "set",
    nominal_age_days: 3,
    age_days: 3,
    element_set: elementSetId(before),
    samples: 1,
    manoeuvre_suspected: false,
  });
  assert.ok(Math.abs(radial_m) < 20_000 && Math.abs(cross_track_m) > 1_000);
  assert.ok(Math.abs(along_track_m / later_s / 7_500 - 1) < 0.01);
  const three = answer.percentiles.find(
    ({ age_days }: { age_days: number }) => age_days === 3,
  );
  const one = {
    pairs: 1,
    median_s: Math.abs(later_s),
    p95_s: Math.abs(later_s),
  };
  assert.deepEqual(three, { age_days: 3, ...one, without_manoeuvres: one });
  assert.equal(answer.percentiles.length, 9);
  const { typicalS, p95S } = timingErrorS(truth, 0.25);
  assert.deepEqual(answer.expected_error, {
    element_set: elementSetId(truth),
    age_hours: 6,
    typical_s: Number(typicalS.toFixed(4)),
    p95_s: Number(p95S.toFixed(4)),
    basis: "formula",
  });
  assert.equal(answer.next, null);
});

Deno.test("GET audit expects what the satellite's own audit shows, from 30 pairs on", async () => {
  for (const [count, basis] of [[30, "formula"], [31, "audit"]] as const) {
    await using test = await givenAudited(daily(count), 24);
    const { expected_error, percentiles } = await test.getJson(PATH);
    assert.equal(expected_error.basis, basis);
    assert.equal(percentiles[0].pairs, count - 1);
    const { median_s } = percentiles[0].without_manoeuvres;
    assert.equal(expected_error.typical_s === median_s, basis === "audit");
  }
});

Deno.test("GET audit pages through all of them by next, and by the link", async () => {
  await using test = await givenAudited(daily(260));
  const whole = idsOf(await test.getJson(`${PATH}?from=2000-01-01&limit=1000`));
  assert.equal(whole.length, 259);
  for (const limit of [1, 100, 258, 259]) {
    const read: string[] = [];
    let path: string | undefined = `${PATH}?from=2000-01-01&limit=${limit}`;
    for (let pages = 0; path !== undefined && pages < 5; pages++) {
      const response = await test.get(path);
      const answer: Answer = await response.json();
      assert.ok(answer.audits.length <= limit);
      read.push(...idsOf(answer));
      path = /^<(.*)>; rel="next"$/.exec(response.headers.get("link") ?? "")
        ?.[1];
      assert.equal(path === undefined, answer.next === null);
    }
    assert.deepEqual(read, whole.slice(0, limit === 1 ? 5 : undefined));
  }
});

Deno.test("GET audit gives 180 days, if nothing else is said, and makes percentiles of as many", async () => {
  await using test = await givenAudited(daily(260));
  const now = await test.getJson(`${PATH}?limit=1000`);
  assert.equal(now.audits.length, 180);
  assert.equal(now.percentiles[0].pairs, 180);
  const to = new Date(Math.ceil(setOf(100).epochUs / 1000)).toISOString();
  const from = new Date(Math.ceil(setOf(99).epochUs / 1000)).toISOString();
  const before = await test.getJson(`${PATH}?from=${from}&to=${to}`);
  assert.deepEqual(idsOf(before), [elementSetId(setOf(100))]);
  assert.equal(before.percentiles[0].pairs, 100);
  assert.equal(before.percentiles_to, to);
  assert.equal(before.expected_error.element_set, elementSetId(setOf(100)));
});

Deno.test("GET audit expects the error of the set that positions rest on, also where a newer one is known", async () => {
  const [used, newer] = [setOf(0), setOf(3)];
  await using test = await givenAudited([used, newer]);
  const expected = async () =>
    (await test.getJson(PATH)).expected_error.element_set;
  assert.equal(await expected(), elementSetId(newer));
  const id = elementSetId(used);
  test.projection.commit([
    positionAt(TERRA, Math.floor(test.nowMs) - 5000, { elementSetId: id }),
  ]);
  assert.equal(await expected(), id);
  test.nowMs += 2 * DAY_US / 1000;
  assert.equal(await expected(), elementSetId(newer));
});

Deno.test("GET audit gives predictions of one age", async () => {
  await using test = await givenAudited(daily(16));
  const { audits }: Answer = await test.getJson(`${PATH}?age_days=14`);
  assert.deepEqual(
    audits.map(({ predictions }) => predictions.map((p) => p.nominal_age_days)),
    [[14], [14]],
  );
});

Deno.test("GET audit of a satellite without any says so, of one that is not known is not found", async () => {
  await using test = await givenAudited([setOf(0)]);
  const { audits, percentiles, expected_error } = await test.getJson(
    `${PATH}?to=2001-01-01`,
  );
  assert.deepEqual([audits, expected_error], [[], null]);
  const none = { pairs: 0, median_s: null, p95_s: null };
  assert.deepEqual(percentiles[8], {
    age_days: 90,
    ...none,
    without_manoeuvres: none,
  });
  const other = await test.get("/api/v1/satellites/5/audit");
  assert.equal(other.status, 404);
  await other.body?.cancel();
});

const WRONG: [query: string, parameter: string, detail: string][] = [
  ["at=0", "at", "the parameters are from, to, limit, cursor, age_days"],
  ["limit=1001", "limit", "must be a whole number from 1 to 1000"],
  ["cursor=5", "cursor", "must be what the page before gave as next"],
  ["age_days=4", "age_days", "must be one of 1, 2, 3, 5, 7, 10, 14, 30, 90"],
  ["from=2026-01-02&to=2026-01-01", "to", "later than from"],
];

for (const [query, parameter, detail] of WRONG) {
  Deno.test(`GET audit refuses ${query}`, async () => {
    await using test = await givenAudited([setOf(0)]);
    const response = await test.get(`${PATH}?${query}`);
    assert.equal(response.status, 400);
    const problem = await response.json();
    assert.deepEqual(
      problem.faults.map((fault: { parameter: string }) => fault.parameter),
      [parameter],
    );
    assert.ok(problem.detail.includes(detail), problem.detail);
  });
}

Deno.test("GET audit lets others run while it reads and writes many", async () => {
  const sets = Array.from({ length: 1_500 }, (_, i) => setOf(i / 8));
  await using test = await givenAudited(sets);
  let audits: unknown[] = [];
  const turns = await countTurns(async () => {
    ({ audits } = await test.getJson(`${PATH}?limit=1000`));
  });
  assert.equal(audits.length, 1_000);
  assert.ok(turns >= 4, `${turns} turns for others`);
});
