import assert from "node:assert/strict";
import type { ReceivedEvent } from "../testdata/event_reader.ts";
import {
  AQUA,
  at,
  positionAt,
  positionsOf,
  START_MS,
  TERRA,
} from "../testdata/given_positions.ts";
import { TestApp } from "../testdata/test_app.ts";
import { ClientStream } from "./client_stream.ts";

async function given(): Promise<TestApp> {
  const test = await TestApp.given([
    ...positionsOf(TERRA, 0, 10),
    ...positionsOf(AQUA, 0, 10),
  ]);
  await test.pollAt(9);
  return test;
}

const both = (second: number) => [
  ...positionsOf(TERRA, second, second + 1),
  ...positionsOf(AQUA, second, second + 1),
];

const isFrame = ({ event }: ReceivedEvent) => event === "positions";

Deno.test("a live stream begins with the satellites and its state", async () => {
  await using test = await given();
  const response = await test.get("/api/v1/stream");
  assert.equal(response.headers.get("content-type"), "text/event-stream");
  assert.equal(response.headers.get("cache-control"), "no-store");
  assert.equal(response.headers.get("x-accel-buffering"), "no");
  await response.body!.cancel();
  const stream = await test.stream();
  const [satellites, state] = await stream.untilState("live");
  assert.equal(satellites!.event, "satellites");
  const listed = await test.getJson("/api/v1/satellites");
  assert.deepEqual(satellites!.data.satellites, listed.satellites);
  assert.deepEqual(state, {
    event: "state",
    id: null,
    data: { state: "live", server_time: at(9) },
  });
});

Deno.test("a live stream says that nothing comes, if that is so", async () => {
  await using test = await given();
  await test.pollAt(60);
  const stream = await test.stream();
  const state = (await stream.untilState("behind")).at(-1)!;
  assert.deepEqual(state.data, {
    state: "behind",
    server_time: at(60),
    behind_seconds: 51,
  });
  await test.commit(60.5, both(60));
  const events = await stream.untilState("live");
  assert.equal(events.filter(isFrame).length, 1);
});

Deno.test("a live stream sends one frame a tick", async () => {
  await using test = await given();
  const stream = await test.stream();
  await stream.untilState("live");
  const place = {
    latitudeDeg: 12.345678,
    longitudeDeg: -98.765432,
    altitudeKm: 702.1234,
  };
  await test.commit(10, [positionAt(AQUA, START_MS + 10_000, place)]);
  await test.commit(10.1, [positionAt(TERRA, START_MS + 10_000, place)]);
  const frame = await stream.next();
  const json = {
    latitude_deg: 12.345678,
    longitude_deg: -98.765432,
    altitude_km: 702.1234,
  };
  assert.deepEqual(frame, {
    event: "positions",
    id: `${START_MS + 10_000}-${test.feed.told.projection}-3`,
    data: {
      time: at(10),
      positions: [{ norad_id: TERRA, ...json }, { norad_id: AQUA, ...json }],
    },
  });
});

Deno.test("a live stream sends a tick after half a second, and what is late as filled in", async () => {
  await using test = await given();
  const stream = await test.stream();
  await stream.untilState("live");
  await test.commit(10, positionsOf(TERRA, 10, 11));
  await test.pollAt(10.5);
  const frame = await stream.next();
  assert.deepEqual(
    frame!.data.positions.map((one: { norad_id: number }) => one.norad_id),
    [TERRA],
  );
  await test.commit(10.6, positionsOf(AQUA, 10, 11));
  assert.deepEqual(await stream.next(), {
    event: "backfilled",
    id: null,
    data: { norad_id: AQUA, from: at(10), to: at(10.001) },
  });
});

Deno.test("a live stream sends only the satellites that are wanted", async () => {
  await using test = await given();
  const stream = await test.stream(`satellites=${AQUA}`);
  const [first] = await stream.untilState("live");
  assert.deepEqual(
    first!.data.satellites.map((one: { norad_id: number }) => one.norad_id),
    [AQUA],
  );
  await test.commit(10, both(10));
  await test.commit(11, positionsOf(TERRA, 11, 12));
  await test.pollAt(11.5);
  await test.commit(12, [...both(12), ...positionsOf(TERRA, -60, -50)]);
  const times = [await stream.next(), await stream.next()].map((one) =>
    one!.data.time
  );
  assert.deepEqual(times, [at(10), at(12)]);
});

Deno.test("a live stream tells of the satellites that are new", async () => {
  await using test = await given();
  const stream = await test.stream();
  await stream.untilState("live");
  await test.commit(11, [...both(10), positionAt(1, START_MS + 11_000)]);
  const events = await stream.until(isFrame);
  const list = events.find(({ event }) => event === "satellites")!;
  assert.deepEqual(
    list.data.satellites.map((one: { name: string }) => one.name),
    ["SATELLITE 1"],
  );
});

Deno.test("a live stream sends what reports rarely after what reports often, and loses none of it", async () => {
  await using test = await TestApp.given([
    ...positionsOf(TERRA, -300, 0),
    ...positionsOf(AQUA, -300, 0, { stepS: 60 }),
  ]);
  await test.pollAt(0);
  const stream = await test.stream(`from=${at(-10)}`);
  await stream.untilState("live");
  await test.commit(0, positionsOf(TERRA, 0, 1));
  await test.commit(1, positionsOf(TERRA, 1, 2));
  await test.commit(1.5, positionsOf(AQUA, 0, 1));
  const { projection } = test.feed.told;
  const frames = [
    await stream.next(),
    await stream.next(),
    await stream.next(),
  ];
  assert.deepEqual(
    frames.map((frame) => [
      frame!.id,
      frame!.data.time,
      frame!.data.positions.map((one: { norad_id: number }) => one.norad_id),
    ]),
    [
      [`${START_MS}-${projection}-2`, at(0), [TERRA]],
      [`${START_MS + 1_000}-${projection}-3`, at(1), [TERRA]],
      [`${START_MS + 1_000}-${projection}-4`, at(0), [AQUA]],
    ],
  );
  const resumed = await test.stream(
    `from=${at(-10)}&last_event_id=${frames[1]!.id}`,
  );
  const told = (await resumed.untilState("live"))
    .filter(({ event, data }) =>
      event === "backfilled" && data.norad_id === AQUA
    );
  assert.deepEqual(told.map(({ data }) => data.to), [at(1.001)]);
});

Deno.test("a live stream tells of more than a hundred satellites as of all", async () => {
  const many = Array.from({ length: 101 }, (_, i) => 1_000 + i);
  await using test = await TestApp.given(
    many.map((noradId) => positionAt(noradId, START_MS + 9_000)),
  );
  await test.pollAt(9);
  const stream = await test.stream();
  await stream.untilState("live");
  await test.commit(
    10,
    many.map((noradId) => positionAt(noradId, START_MS - 60_000)),
  );
  assert.deepEqual((await stream.next())!.data, {
    norad_id: null,
    from: at(-3_600),
    to: at(0),
  });
});

Deno.test("a live stream is sent to many alike", async () => {
  await using test = await given();
  const streams = await Promise.all(
    Array.from({ length: 5 }, () => test.stream()),
  );
  for (const stream of streams) await stream.untilState("live");
  await test.commit(10, both(10));
  const frames = await Promise.all(streams.map((stream) => stream.next()));
  for (const frame of frames) assert.deepEqual(frame, frames[0]);
});

Deno.test("a live stream announces its window when another projection is in use", async () => {
  await using test = await given();
  const stream = await test.stream(`satellites=${AQUA}`);
  await stream.untilState("live");
  await test.commit(10, both(10));
  await stream.next();
  await test.projection.replace();
  await test.commit(11, [
    ...positionsOf(TERRA, 0, 12),
    ...positionsOf(AQUA, 0, 12),
  ]);
  const events = await stream.until(({ event }) => event === "satellites");
  assert.deepEqual(events[0], {
    event: "backfilled",
    id: null,
    data: {
      norad_id: AQUA,
      from: at(9.001 - 86_400),
      to: at(11.001),
    },
  });
  await test.commit(12, both(12));
  const frame = await stream.next();
  assert.equal(frame!.data.time, at(12));
  assert.ok(frame!.id!.includes(test.feed.told.projection));
});

Deno.test("a live stream that is closed leaves nothing behind", async () => {
  await using test = await given();
  const stream = await test.stream();
  await stream.untilState("live");
  assert.equal(test.clients.size, 1);
  await stream.cancel();
  assert.equal(test.clients.size, 0);
  await test.commit(10, both(10));
  assert.deepEqual(test.errors, []);
});

Deno.test("a live stream ends when the server stops", async () => {
  await using test = await given();
  const stop = new AbortController();
  const running = test.clients.run(stop.signal);
  const stream = await test.stream();
  await stream.untilState("live");
  stop.abort();
  await running;
  assert.deepEqual(await stream.rest(), []);
  const refused = await test.get("/api/v1/stream");
  assert.equal(refused.status, 503);
  assert.match((await refused.json()).detail, /stopping/);
});

Deno.test("a live stream that fails tells its client, and no other suffers", async () => {
  await using test = await given();
  const healthy = await test.stream();
  const broken = await test.stream();
  await healthy.untilState("live");
  await broken.untilState("live");
  const { send } = ClientStream.prototype;
  let calls = 0;
  ClientStream.prototype.send = function (bytes) {
    if (calls++ === 1) throw new Error("broken");
    send.call(this, bytes);
  };
  try {
    await test.commit(10, both(10));
  } finally {
    ClientStream.prototype.send = send;
  }
  assert.equal((await healthy.next())!.event, "positions");
  const [problem] = await broken.rest();
  assert.deepEqual([problem!.event, problem!.data.status], ["problem", 500]);
  assert.doesNotMatch(JSON.stringify(problem), /broken/);
  assert.deepEqual(test.errors.map(({ message }) => message), ["broken"]);
  await test.commit(11, both(11));
  assert.equal((await healthy.next())!.data.time, at(11));
});
