import assert from "node:assert/strict";
import {
  at,
  positionAt,
  START_MS,
  TERRA,
} from "../testdata/given_positions.ts";
import { TestApp } from "../testdata/test_app.ts";

const INSTANT = "must be an instant from 1970 to 2099";
/** A query, the parameter that is at fault, and what is said of it. */
const WRONG: [query: string, parameter: string, detail: string][] = [
  [
    "norad_id=25994",
    "norad_id",
    "norad_id must be left out, as the parameters are satellites, from, to, points, limit, cursor, topic, format",
  ],
  ["__proto__=1", "__proto__", "must be left out"],
  ["toString=1", "toString", "must be left out"],
  [
    "limit=1&limit=2",
    "limit",
    'limit must be given once: current value is "1 and 2"',
  ],
  ["satellites=", "satellites", "must be catalogue numbers"],
  ["satellites=TERRA", "satellites", 'current value is "TERRA"'],
  ["satellites=25994,", "satellites", "separated by commas, at most 1000"],
  ["satellites=-1", "satellites", "must be catalogue numbers"],
  ["satellites=1.5", "satellites", "must be catalogue numbers"],
  ["satellites=1234567890", "satellites", "must be catalogue numbers"],
  [
    `satellites=${Array(1_001).fill(TERRA).join(",")}`,
    "satellites",
    "at most 1000",
  ],
  ["from=yesterday", "from", INSTANT],
  ["from=2026-02-30T00:00:00Z", "from", INSTANT],
  ["from=2026-08-21T10:00:00%2B02:00", "from", INSTANT],
  ["from=1969-12-31T23:59:59Z", "from", INSTANT],
  ["from=-1", "from", INSTANT],
  ["to=", "to", INSTANT],
  ["to=2101-01-01T00:00:00Z", "to", INSTANT],
  [
    `from=${at(10)}&to=${at(5)}`,
    "to",
    `to must be later than from, ${at(10)}: current value is "${at(5)}"`,
  ],
  [`from=${at(10)}&to=${at(10)}`, "to", "must be later than from"],
  [`from=${at(10)}`, "to", `current value is "${at(0)}"`],
  ["limit=0", "limit", "must be a whole number from 1 to 100000"],
  ["limit=100001", "limit", "must be a whole number from 1 to 100000"],
  ["limit=ten", "limit", "must be a whole number from 1 to 100000"],
  ["limit=1e3", "limit", "must be a whole number from 1 to 100000"],
  ["points=0", "points", "must be a whole number from 1 to 10000"],
  ["points=10001", "points", "must be a whole number from 1 to 10000"],
  ["points=-5", "points", "must be a whole number from 1 to 10000"],
  ["points=5&limit=5", "points", "must be given without limit and cursor"],
  ["points=5&cursor=0", "points", "must be given without limit and cursor"],
  [
    `from=${at(10)}&to=${at(20)}&cursor=${at(9)}`,
    "cursor",
    "what the page before gave as next",
  ],
  [
    `from=${at(10)}&to=${at(20)}&cursor=${at(20)}`,
    "cursor",
    "within the range",
  ],
  ["topic=a/b", "topic", "must be the name of a topic"],
  [
    "format=xml",
    "format",
    'must be one of json, csv, ndjson, binary: current value is "xml"',
  ],
  [
    "format=binary&points=5",
    "points",
    "must be left out, as the binary format holds raw positions only",
  ],
];

for (const [query, parameter, detail] of WRONG) {
  Deno.test(`GET positions refuses ${query.slice(0, 60)}`, async () => {
    await using test = await TestApp.given([positionAt(TERRA, START_MS)]);
    const response = await test.get(`/api/v1/positions?${query}`);
    assert.equal(response.status, 400);
    assert.equal(
      response.headers.get("content-type"),
      "application/problem+json",
    );
    const problem = await response.json();
    assert.equal(problem.status, 400);
    assert.equal(problem.title, "Bad Request");
    assert.deepEqual(
      problem.faults.map((fault: { parameter: string }) => fault.parameter),
      [parameter],
    );
    assert.ok(problem.detail.includes(detail), problem.detail);
    assert.ok(problem.detail.startsWith(`Cannot answer as ${parameter} must`));
  });
}

Deno.test("GET positions refuses points as binary by the Accept header too", async () => {
  await using test = await TestApp.given([positionAt(TERRA, START_MS)]);
  const response = await test.get("/api/v1/positions?points=5", {
    headers: { accept: "application/octet-stream" },
  });
  assert.equal(response.status, 400);
  assert.match((await response.json()).detail, /^Cannot answer as points must/);
});

Deno.test("GET positions names all faults of a request at once", async () => {
  await using test = await TestApp.given();
  const response = await test.get("/api/v1/positions?limit=0&from=x&page=2");
  const { faults, detail } = await response.json();
  assert.deepEqual(
    faults.map((fault: { parameter: string }) => fault.parameter),
    ["limit", "from", "page"],
  );
  assert.equal(detail.split("; and ").length, 3);
});

Deno.test("GET positions repeats no more of a value than tells it", async () => {
  await using test = await TestApp.given();
  const response = await test.get(
    `/api/v1/positions?from=${"9".repeat(5_000)}`,
  );
  const { faults, detail } = await response.json();
  assert.equal(faults[0].value, "9".repeat(100));
  assert.ok(detail.length < 400);
});

Deno.test("GET positions reads raw positions of any range", async () => {
  await using test = await TestApp.given([positionAt(TERRA, START_MS)]);
  const { satellites } = await test.getJson(
    "/api/v1/positions?from=0&to=2099-12-31",
  );
  assert.equal(satellites[0].columns.time_ms.length, 1);
});

Deno.test("GET positions does not find satellites that were never recorded", async () => {
  await using test = await TestApp.given([positionAt(TERRA, START_MS)]);
  const response = await test.get(`/api/v1/positions?satellites=${TERRA},1,2`);
  assert.equal(response.status, 404);
  const { title, detail } = await response.json();
  assert.equal(title, "Not Found");
  assert.equal(
    detail,
    "Cannot find satellite 1, 2 as nothing was recorded of it: known are 25994",
  );
});

Deno.test("GET positions does not find a topic that holds no positions", async () => {
  await using test = await TestApp.given([positionAt(TERRA, START_MS)]);
  const response = await test.get("/api/v1/positions?topic=other_topic");
  assert.equal(response.status, 404);
  assert.match((await response.json()).detail, /topic other_topic/);
});

Deno.test("GET positions does not find a satellite that the topic does not hold", async () => {
  await using test = await TestApp.given([positionAt(TERRA, START_MS)]);
  test.projection.commit([positionAt(1, START_MS)], { topic: "other_topic" });
  const response = await test.get(
    `/api/v1/positions?topic=other_topic&satellites=${TERRA}`,
  );
  assert.equal(response.status, 404);
  assert.match(
    (await response.json()).detail,
    /satellite 25994 as nothing of topic other_topic was.*known are 1$/,
  );
});

Deno.test("GET positions reads Unix time and fractions of seconds", async () => {
  await using test = await TestApp.given([
    positionAt(TERRA, START_MS + 250),
    positionAt(TERRA, START_MS + 750),
  ]);
  const timesOf = async (from: string | number, to: string | number) => {
    const { satellites } = await test.getJson(
      `/api/v1/positions?from=${from}&to=${to}`,
    );
    return satellites[0].columns.time_ms.map((time: number) => time - START_MS);
  };
  const second = START_MS / 1000;
  assert.deepEqual(await timesOf(second, second + 1), [250, 750]);
  assert.deepEqual(await timesOf(START_MS + 250, START_MS + 750), [250]);
  assert.deepEqual(await timesOf(second + 0.25, second + 0.75), [250]);
  const iso = at(0).slice(0, 19);
  assert.deepEqual(await timesOf(`${iso}.2501Z`, `${iso}.75Z`), []);
  assert.deepEqual(await timesOf(`${iso}.25Z`, `${iso}.7501Z`), [250, 750]);
});
