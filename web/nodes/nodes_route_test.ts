import assert from "node:assert/strict";
import { elementSetRecorded } from "../../shared/events/element_set_recorded.ts";
import { findBundled } from "../../tle/bundled_elements.ts";
import type { ElementSet } from "../../tle/element_set.ts";
import { elementSetId } from "../../tle/element_set_id.ts";
import { nodalRatePerDay } from "../../tle/nodes/nodal_rate.ts";
import { START_MS, TERRA } from "../testdata/given_positions.ts";
import { countTurns } from "../testdata/count_turns.ts";
import { TestApp } from "../testdata/test_app.ts";

const PATH = `/api/v1/satellites/${TERRA}/nodes`;
const DAY_MS = 86_400_000;
const terra = findBundled("TERRA")!;
const epochMs = terra.epochUs / 1000;

/** TERRA's set as it might be some days later. */
function later(days: number): ElementSet {
  const turned = terra.meanAnomalyDeg + days * nodalRatePerDay(terra) * 360;
  return {
    ...terra,
    epochUs: terra.epochUs + days * DAY_MS * 1000,
    meanAnomalyDeg: turned % 360,
  };
}

async function given(...sets: readonly ElementSet[]): Promise<TestApp> {
  const test = await TestApp.given(
    sets.map((set) =>
      elementSetRecorded(set, { source: "test", timeMs: START_MS })
    ),
  );
  test.projection.deriveAll();
  return test;
}

interface NodeJson {
  readonly time: string;
  readonly node: string;
  readonly revolution: number;
  readonly crossings?: number;
}

Deno.test("GET nodes tells when and where, the local solar time, the revolution, and what it rests on", async () => {
  await using test = await given(terra, later(1));
  const { nodes, gaps, next, bucket_seconds } = await test.getJson(PATH);
  assert.equal(nodes.length, 30);
  assert.deepEqual([gaps, next, bucket_seconds], [[], null, null]);
  const [first, second] = nodes;
  const { mean_local_solar_time, apparent_local_solar_time, ...rest } = first;
  assert.deepEqual(rest, {
    time: "2026-08-22T14:29:38.631Z",
    node: "descending",
    revolution: 0,
    longitude_deg: rest.longitude_deg,
    altitude_km: rest.altitude_km,
    source: "elements",
    element_set: elementSetId(terra),
  });
  assert.ok(rest.altitude_km > 690 && rest.altitude_km < 700);
  // At 8:42, and the Sun 3 minutes late.
  assert.match(mean_local_solar_time, /^08:42:\d\d\.\d{3}$/);
  assert.match(apparent_local_solar_time, /^08:39:\d\d\.\d{3}$/);
  assert.deepEqual([second.node, second.revolution], ["ascending", 1]);
});

Deno.test("GET nodes gives those of one kind, and of a range", async () => {
  await using test = await given(terra, later(2));
  const all = await test.getJson(PATH);
  const ascending = await test.getJson(`${PATH}?node=ascending`);
  assert.deepEqual(
    ascending.nodes,
    all.nodes.filter(({ node }: NodeJson) => node === "ascending"),
  );
  const [from, to] = [all.nodes[3].time, all.nodes[7].time];
  const some = await test.getJson(`${PATH}?from=${from}&to=${to}`);
  assert.deepEqual(some.nodes, all.nodes.slice(3, 7));
  assert.deepEqual(some.gaps, []);
});

Deno.test("GET nodes pages through all of them by next, and by the link", async () => {
  await using test = await given(terra, later(3), later(80), later(81));
  const whole = await test.getJson(`${PATH}?limit=10000`);
  assert.ok(whole.nodes.length > 900);
  assert.equal(whole.gaps.length, 1);
  for (const limit of [250, whole.nodes.length - 1, whole.nodes.length]) {
    const nodes: NodeJson[] = [];
    const gaps: unknown[] = [];
    let path: string | undefined = `${PATH}?limit=${limit}`;
    while (path !== undefined) {
      const response = await test.get(path);
      const page = await response.json();
      nodes.push(...page.nodes);
      gaps.push(...page.gaps);
      path = /^<(.*)>; rel="next"$/.exec(response.headers.get("link") ?? "")
        ?.[1];
      assert.equal(path === undefined, page.next === null);
    }
    assert.deepEqual(nodes, whole.nodes);
    assert.deepEqual(gaps, whole.gaps);
  }
});

Deno.test("GET nodes marks where no crossing is known, cut where the range ends", async () => {
  await using test = await given(terra, later(90));
  const day = (days: number) => new Date(epochMs + days * DAY_MS).toISOString();
  const daysOf = (gap: { from: string; to: string }) =>
    [gap.from, gap.to].map((time) =>
      Math.round((Date.parse(time) - epochMs) / DAY_MS)
    );
  const { gaps } = await test.getJson(PATH);
  assert.deepEqual(gaps.map(daysOf), [[30, 60]]);
  const ranges: [number, number, number[][]][] = [
    [20, 50, [[30, 50]]],
    [40, 50, [[40, 50]]],
    [50, 70, [[50, 60]]],
    [61, 70, []],
    [-5, 5, []],
    [89, 99, []],
  ];
  for (const [from, to, expected] of ranges) {
    for (const more of ["", "&node=ascending", "&points=10"]) {
      const answer = await test.getJson(
        `${PATH}?from=${day(from)}&to=${day(to)}${more}`,
      );
      assert.deepEqual(answer.gaps.map(daysOf), expected, `${from} ${more}`);
    }
  }
});

Deno.test("GET nodes thins to one crossing a bucket, and tells the least and most local time of it", async () => {
  await using test = await given(terra, later(20));
  const query = `${PATH}?node=descending`;
  const { nodes: all } = await test.getJson(query);
  const { nodes, bucket_seconds } = await test.getJson(`${query}&points=7`);
  assert.equal(bucket_seconds, 4 * 86_400);
  assert.ok(nodes.length <= 7);
  const count = nodes.reduce(
    (sum: number, { crossings }: NodeJson) => sum + crossings!,
    0,
  );
  assert.equal(count, all.length);
  for (const thinned of nodes) {
    const {
      crossings,
      mean_local_solar_time_min,
      mean_local_solar_time_max,
      ...node
    } = thinned;
    const bucketOf = ({ time }: NodeJson) =>
      Math.floor(Date.parse(time) / 1000 / bucket_seconds);
    const those = all.filter((one: NodeJson) =>
      bucketOf(one) === bucketOf(node)
    );
    assert.deepEqual(node, those[0]);
    assert.equal(crossings, those.length);
    const times = those.map((one: typeof node) => one.mean_local_solar_time)
      .sort();
    // To the millisecond, that the texts are rounded to.
    assert.deepEqual(
      [mean_local_solar_time_min, mean_local_solar_time_max],
      [times[0], times.at(-1)],
    );
  }
});

Deno.test("GET nodes of a satellite without any says so, of one that is not known is not found", async () => {
  await using test = await given(terra);
  const none = { nodes: [], gaps: [], bucket_seconds: null, next: null };
  assert.deepEqual(await test.getJson(PATH), none);
  assert.deepEqual(await test.getJson(`${PATH}?points=5`), none);
  const response = await test.get("/api/v1/satellites/5/nodes");
  assert.equal(response.status, 404);
  await response.body?.cancel();
});

const WRONG: [query: string, parameter: string, detail: string][] = [
  ["at=0", "at", "the parameters are from, to, node, limit, cursor, points"],
  ["node=both", "node", "must be one of ascending, descending"],
  ["limit=10001", "limit", "must be a whole number from 1 to 10000"],
  ["points=0", "points", "must be a whole number from 1 to 10000"],
  ["points=5&limit=5", "points", "without limit and cursor"],
  ["from=2026-01-02&to=2026-01-01", "to", "later than from"],
];

for (const [query, parameter, detail] of WRONG) {
  Deno.test(`GET nodes refuses ${query}`, async () => {
    await using test = await given(terra);
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

Deno.test("GET nodes lets others run while it reads years", async () => {
  const sets = Array.from({ length: 40 }, (_, i) => later(25 * i));
  await using test = await given(...sets);
  for (const query of ["points=500", "limit=10000"]) {
    let nodes: unknown[] = [];
    const turns = await countTurns(async () => {
      ({ nodes } = await test.getJson(`${PATH}?${query}`));
    });
    assert.ok(nodes.length > 400);
    assert.ok(turns >= 4, `${turns} turns for others`);
  }
});
