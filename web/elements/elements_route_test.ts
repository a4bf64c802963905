import assert from "node:assert/strict";
import { elementSetRecorded } from "../../shared/events/element_set_recorded.ts";
import { findBundled } from "../../tle/bundled_elements.ts";
import type { ElementSet } from "../../tle/element_set.ts";
import { elementSetId } from "../../tle/element_set_id.ts";
import { formatOmm } from "../../tle/formats/format_omm.ts";
import { parseElements } from "../../tle/formats/parse_elements.ts";
import {
  at,
  positionAt,
  START_MS,
  TERRA,
} from "../testdata/given_positions.ts";
import { TestApp } from "../testdata/test_app.ts";

const PATH = `/api/v1/satellites/${TERRA}/elements`;
const DAY_US = 86_400e6;
const terra = findBundled("TERRA")!;

/** TERRA's bundled set as if it were of so many days later. */
function setOf(days: number, change: Partial<ElementSet> = {}): ElementSet {
  return { ...terra, epochUs: terra.epochUs + days * DAY_US, ...change };
}

function eventOf(set: ElementSet) {
  return elementSetRecorded(set, { source: "test", timeMs: START_MS });
}

const givenSets = (...sets: ElementSet[]) => TestApp.given(sets.map(eventOf));

// deno-lint-ignore no-explicit-any
const idsOf = (answer: any): string[] =>
  answer.element_sets.map(({ id }: { id: string }) => id);

const instantOf = (days: number) =>
  new Date(Math.ceil((terra.epochUs + days * DAY_US) / 1000)).toISOString();

Deno.test("GET elements tells of a set what it is, and when and whence it came", async () => {
  await using test = await givenSets(terra);
  test.nowMs = terra.epochUs / 1000 + 90 * 60_000;
  const answer = await test.getJson(PATH);
  assert.deepEqual(answer, {
    element_sets: [{
      id: elementSetId(terra),
      norad_id: TERRA,
      name: "TERRA",
      international_designator: "1999-068A",
      epoch: formatOmm(terra).EPOCH + "Z",
      age_hours: 1.5,
      source: "test",
      received_at: at(0),
      period_minutes: 98.5527,
      inclination_deg: terra.inclinationDeg,
      perigee_altitude_km: 687.3,
      apogee_altitude_km: 691.6,
      omm: formatOmm(terra),
    }],
    next: null,
  });
});

Deno.test("GET elements goes through a history in pages, by epoch, each set once", async () => {
  // Two of one epoch among them.
  const sets = [3, 1, 2, 2, 0].map((days, i) =>
    setOf(days, { meanAnomalyDeg: 10 * i })
  );
  await using test = await givenSets(...sets);
  const whole = await test.getJson(PATH);
  const epochs = whole.element_sets.map((set: { epoch: string }) => set.epoch);
  assert.deepEqual(epochs, epochs.toSorted());
  assert.deepEqual(
    idsOf(whole).toSorted(),
    sets.map(elementSetId).toSorted(),
  );
  for (const limit of [1, 2, 4]) {
    const ids: string[] = [];
    let path: string | null = `${PATH}?limit=${limit}`;
    while (path !== null) {
      const response = await test.get(path);
      const page = await response.json();
      ids.push(...idsOf(page));
      const link = response.headers.get("link");
      path = link && /<(.*)>; rel="next"/.exec(link)![1]!;
      assert.equal(path === null, page.next === null);
    }
    assert.deepEqual(ids, idsOf(whole));
  }
});

Deno.test("GET elements gives those whose epoch lies in a range, its end not included", async () => {
  const sets = [0, 1, 2, 3].map((days) => setOf(days));
  await using test = await givenSets(...sets);
  const { element_sets } = await test.getJson(
    `${PATH}?from=${instantOf(1 - 1e-6)}&to=${instantOf(3 - 1e-6)}`,
  );
  assert.deepEqual(
    element_sets.map(({ id }: { id: string }) => id),
    [sets[1]!, sets[2]!].map(elementSetId),
  );
});

Deno.test("GET elements has more sets in one answer than are read at a time", async () => {
  const sets = Array.from({ length: 450 }, (_, i) => setOf(i / 10));
  await using test = await givenSets(...sets);
  const ids = idsOf(await test.getJson(`${PATH}?limit=1000`));
  assert.deepEqual(ids, sets.map(elementSetId));
});

Deno.test("GET elements?at gives the set nearest to an instant, or the latest", async () => {
  const sets = [0, 1, 3].map((days) => setOf(days));
  await using test = await givenSets(...sets);
  const expected = [[-9, 0], [0.4, 0], [0.6, 1], [1.9, 1], [2.1, 2], [9, 2]];
  for (const [days, index] of expected) {
    const { element_sets: [set], ...rest } = await test.getJson(
      `${PATH}?at=${instantOf(days!)}`,
    );
    assert.equal(set.id, elementSetId(sets[index!]!), `${days}`);
    assert.deepEqual(rest, { next: null });
  }
  const { element_sets: [latest] } = await test.getJson(`${PATH}?mode=latest`);
  assert.equal(latest.id, elementSetId(sets[2]!));
});

Deno.test("GET elements?mode=recorded gives what the position of then rests on, and its age then", async () => {
  const [used, better] = [setOf(-2), setOf(0)];
  await using test = await TestApp.given([
    eventOf(used),
    eventOf(better),
    positionAt(TERRA, START_MS, { elementSetId: elementSetId(used) }),
    positionAt(TERRA, START_MS + 10_000, { elementSetId: null }),
  ]);
  const answer = await test.getJson(`${PATH}?at=${at(5)}&mode=recorded`);
  assert.deepEqual(idsOf(answer), [elementSetId(used)]);
  assert.deepEqual(answer.recorded, { time: at(0), topic: "test_topic" });
  const ageHours = (START_MS + 5000 - used.epochUs / 1000) / 3_600_000;
  const [set] = answer.element_sets;
  assert.ok(Math.abs(set.age_hours - ageHours) < 0.01, set.age_hours);

  const problems = [[
    at(-5),
    `no position is recorded up to ${at(-5)}`,
  ], [
    at(20),
    `its position of ${at(10)} on test_topic names none that has arrived`,
  ]];
  for (const [then, why] of problems) {
    const response = await test.get(`${PATH}?at=${then}&mode=recorded`);
    assert.equal(response.status, 404);
    assert.equal(
      (await response.json()).detail,
      `Cannot find element sets of ${TERRA} as ${why}`,
    );
  }
});

Deno.test("GET elements writes what other programs read: OMM and TLE", async () => {
  const sets = [0, 1].map((days) => setOf(days));
  await using test = await givenSets(...sets);
  for (const format of ["omm", "tle"]) {
    const response = await test.get(`${PATH}?format=${format}`);
    assert.match(
      response.headers.get("content-type")!,
      format === "omm" ? /^application\/json$/ : /^text\/plain/,
    );
    const { elementSets, problems } = parseElements(await response.text());
    assert.deepEqual(problems, []);
    assert.deepEqual(
      elementSets.map(elementSetId),
      sets.map(elementSetId),
    );
  }
});

Deno.test("GET elements says so where a number does not fit a TLE, and gives it as OMM", async () => {
  await using test = await givenSets(setOf(0, { noradId: 123_456_789 }));
  const path = "/api/v1/satellites/123456789/elements";
  const response = await test.get(`${path}?format=tle`);
  assert.equal(response.status, 422);
  assert.match(
    (await response.json()).detail,
    /catalogue number must be at most 339999: current value is 123456789\. Ask for it with format=omm$/,
  );
  const [omm] = await test.getJson(`${path}?format=omm`);
  assert.equal(omm.NORAD_CAT_ID, 123_456_789);
});

Deno.test("GET elements refuses what it cannot answer, naming it", async () => {
  await using test = await givenSets(terra);
  const refusals: [string, number, RegExp][] = [
    ["/api/v1/satellites/0/elements", 400, /norad_id must be a catalogue/],
    [
      "/api/v1/satellites/27424/elements",
      404,
      /^Cannot find satellite 27424 as neither positions nor element sets/,
    ],
    [`${PATH}?limit=0`, 400, /limit must be a whole number from 1 to 10000/],
    [`${PATH}?cursor=1`, 400, /cursor must be what the page before gave/],
    [`${PATH}?mode=new`, 400, /mode must be one of recorded, best, latest/],
    [`${PATH}?format=xml`, 400, /format must be one of json, omm, tle/],
    [`${PATH}?at=${at(0)}&limit=5`, 400, /limit must be left out, as at/],
    [`${PATH}?from=${at(1)}&to=${at(0)}`, 400, /to must be later than from/],
    [`${PATH}?id=1`, 400, /id must be left out, as the parameters are/],
  ];
  for (const [path, status, detail] of refusals) {
    const response = await test.get(path);
    assert.equal(response.status, status, path);
    assert.match((await response.json()).detail, detail);
  }
  const posted = await test.get(PATH, { method: "POST" });
  assert.equal(posted.status, 405);
});
