import assert from "node:assert/strict";
import { AQUA, at, START_MS, TERRA } from "../testdata/given_positions.ts";
import { TestApp } from "../testdata/test_app.ts";
import { Frame } from "./frame.ts";
import { filterOf } from "./satellite_filter.ts";
import { StreamSession } from "./stream_session.ts";

const place = { latitudeDeg: 1, longitudeDeg: 2, altitudeKm: 700 };

Deno.test("a session that still sends its range notes what comes after its tick", async () => {
  await using test = await TestApp.given();
  const client = test.clients.admit("here");
  const session = new StreamSession(client, {
    projections: test.projections,
    feed: test.feed,
    clients: test.clients,
    nowMs: () => test.nowMs,
    onError: (error) => test.errors.push(error),
  }, {
    noradIds: [AQUA],
    filter: filterOf([AQUA]),
    fromMs: Date.parse(at(-60)),
    toMs: null,
    points: null,
    speed: null,
    resume: null,
  });
  const tick = (noradId: number, seconds: number, isLate: boolean) =>
    session.take({
      kind: "tick",
      frame: new Frame(
        [{ noradId, timeMs: START_MS + seconds * 1_000, ...place }],
        "id",
        { isLate },
      ),
    });
  tick(AQUA, 10, false);
  tick(AQUA, 5, true);
  tick(TERRA, 3, true);
  assert.deepEqual(session.late.takeBefore(Infinity), [{
    noradId: AQUA,
    fromMs: START_MS + 5_000,
    toMs: START_MS + 5_001,
  }]);
  client.end();
});
