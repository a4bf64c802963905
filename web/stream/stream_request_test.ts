import assert from "node:assert/strict";
import {
  AQUA,
  at,
  positionAt,
  START_MS,
  TERRA,
} from "../testdata/given_positions.ts";
import { TestApp } from "../testdata/test_app.ts";

/** A query, the parameter that is at fault, and what is said of it. */
const WRONG: [query: string, parameter: string, detail: string][] = [
  [
    "limit=1",
    "limit",
    "must be left out, as the parameters are satellites, from, to, points, speed, last_event_id",
  ],
  ["satellites=x", "satellites", "must be catalogue numbers"],
  ["from=x", "from", "must be an instant"],
  [
    `from=${at(0)}&to=${at(0)}`,
    "to",
    `must be later than from, ${at(0)}: current value is "${at(0)}"`,
  ],
  [
    `to=${at(10)}`,
    "from",
    "must be given with to: current value is missing",
  ],
  ["points=10", "from", "must be given with points"],
  ["speed=10", "from", "must be given with speed"],
  [`from=${at(0)}&points=10001`, "points", "from 1 to 10000"],
  [`from=${at(0)}&speed=2`, "speed", "must be one of max, 1, 10, 60, 600"],
  ["last_event_id=7", "last_event_id", "must be the id of an event"],
];

for (const [query, parameter, detail] of WRONG) {
  Deno.test(`GET stream refuses ${query}`, async () => {
    await using test = await TestApp.given([positionAt(TERRA, START_MS)]);
    const response = await test.get(`/api/v1/stream?${query}`);
    assert.equal(response.status, 400);
    const problem = await response.json();
    assert.deepEqual(
      problem.faults.map((fault: { parameter: string }) => fault.parameter),
      [parameter],
    );
    assert.ok(problem.detail.includes(detail), problem.detail);
    assert.equal(test.clients.size, 0);
  });
}

Deno.test("GET stream refuses a Last-Event-ID header that is no id", async () => {
  await using test = await TestApp.given();
  const response = await test.get("/api/v1/stream", {
    headers: { "last-event-id": "x" },
  });
  assert.equal(response.status, 400);
  assert.match(
    (await response.json()).detail,
    /Last-Event-ID must be the id of an event of a stream: current value is "x"/,
  );
});

Deno.test("GET stream takes an empty Last-Event-ID header for none", async () => {
  await using test = await TestApp.given();
  const response = await test.get("/api/v1/stream", {
    headers: { "last-event-id": "" },
  });
  assert.equal(response.status, 200);
  await response.body!.cancel();
});

Deno.test("GET stream does not find satellites that were never recorded", async () => {
  await using test = await TestApp.given([positionAt(TERRA, START_MS)]);
  const response = await test.get("/api/v1/stream?satellites=1");
  assert.equal(response.status, 404);
  assert.match((await response.json()).detail, /known are 25994$/);
  assert.equal(test.clients.size, 0);
});

Deno.test("GET stream tells those that are known, and others as soon as they are", async () => {
  await using test = await TestApp.given([positionAt(TERRA, START_MS)]);
  await test.feed.poll();
  const stream = await test.stream(`satellites=${AQUA},${TERRA}`);
  const known = await stream.until(({ event }) => event === "satellites");
  assert.deepEqual(
    known.at(-1)!.data.satellites.map(numberOf),
    [TERRA],
  );
  await test.commit(1, [positionAt(AQUA, START_MS + 1_000)]);
  const added = await stream.until(({ event }) => event === "satellites");
  assert.deepEqual(added.at(-1)!.data.satellites.map(numberOf), [AQUA]);
});

const numberOf = ({ norad_id }: { norad_id: number }) => norad_id;

Deno.test("GET stream refuses points in all that would fill the memory", async () => {
  const ids = Array.from({ length: 101 }, (_, i) => 90_000 + i);
  await using test = await TestApp.given(
    ids.map((noradId) => positionAt(noradId, START_MS)),
  );
  const response = await test.get(
    `/api/v1/stream?from=${at(-10)}&points=10000`,
  );
  assert.equal(response.status, 400);
  await response.body?.cancel();
});

Deno.test("GET stream takes in so many clients and no more", async () => {
  await using test = await TestApp.given([positionAt(TERRA, START_MS)], {
    limits: { inAll: 2, perAddress: 1 },
  });
  const from = (hostname: string) =>
    test.app.request("/api/v1/stream", {}, { remoteAddr: { hostname } });
  const first = await from("10.0.0.1");
  assert.equal(first.status, 200);
  const again = await from("10.0.0.1");
  assert.equal(again.status, 429);
  assert.equal((await again.json()).title, "Too Many Requests");
  const second = await from("10.0.0.2");
  const third = await from("10.0.0.3");
  assert.equal(third.status, 503);
  assert.ok(third.headers.get("retry-after"));
  await third.body?.cancel();
  await first.body!.cancel();
  const after = await from("10.0.0.3");
  assert.equal(after.status, 200);
  await Promise.all([second.body!.cancel(), after.body!.cancel()]);
});
