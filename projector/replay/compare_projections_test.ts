import assert from "node:assert/strict";
import fc from "fast-check";
import { readRevision } from "../../shared/projection/projection.ts";
import {
  batchOf,
  GivenProjection,
  NOW_MS,
  positions,
} from "../testdata/given_projection.ts";
import { compareSuspects, findSuspects } from "./compare_projections.ts";
import { pairHours } from "./pair_hours.ts";

const HOUR_MS = 3_600_000;
const { signal } = new AbortController();
const options = { signal, onHour: () => {} };

/** Positions of two satellites on two topics, in three hours. */
function givenRecorded(secondsApart = 60): GivenProjection {
  const given = new GivenProjection();
  const samples = Array.from(
    { length: 3 * 3600 / secondsApart },
    (_, i) => ({ timeMs: NOW_MS - 3 * HOUR_MS + i * secondsApart * 1000 }),
  );
  for (const [i, topic] of ["a_topic", "b_topic"].entries()) {
    const events = Map.groupBy(
      samples,
      ({ timeMs }) => Math.floor(timeMs / HOUR_MS),
    );
    given.apply([
      batchOf(
        topic,
        0,
        [...events.values()].map((hour) =>
          positions(...hour.map((one) => ({ ...one, noradId: 100 + i })))
        ),
      ),
      // All but the last hour are sealed.
    ], NOW_MS - HOUR_MS / 2);
  }
  return given;
}

async function compare(inUse: GivenProjection, rebuilt: GivenProjection) {
  const projections = {
    inUse: inUse.projection,
    rebuilt: rebuilt.projection,
  };
  const revision = readRevision(inUse.projection);
  const suspects = await findSuspects(projections, revision, options);
  return await Array.fromAsync(
    compareSuspects(projections, suspects, { revision, signal }),
  );
}

Deno.test("two projections of the same events are alike, whichever of their hours are sealed", async () => {
  using inUse = givenRecorded();
  using rebuilt = givenRecorded();
  while (rebuilt.writer.sealNext(NOW_MS + HOUR_MS));
  assert.deepEqual(await compare(inUse, rebuilt), []);
});

Deno.test("a row that was changed is found, with its satellite and hour, and what it was", async () => {
  using inUse = givenRecorded();
  using rebuilt = givenRecorded();
  const changed = inUse.db.prepare(`
    UPDATE positions SET altitude_e4 = altitude_e4 + 1
    WHERE norad_id = 101 AND time_ms = ?`).run(NOW_MS - 60_000);
  assert.equal(changed.changes, 1);
  const [found, ...others] = await compare(inUse, rebuilt);
  assert.deepEqual(others, []);
  assert.deepEqual(found, {
    noradId: 101,
    topic: "b_topic",
    hourMs: NOW_MS - HOUR_MS,
    onlyInUse: 0,
    onlyRebuilt: 0,
    differing: 1,
    example: "2026-08-21T13:59:00.000Z: " +
      "10°, 20°, 700.0001 km, live, elements 3f2a9c41d07b, partition 0, " +
      "offset 2, sample 59 in use, " +
      "10°, 20°, 700 km, live, elements 3f2a9c41d07b, partition 0, offset 2, " +
      "sample 59 from the log",
  });
});

Deno.test("a flipped bit in a sealed hour is found, with its satellite and hour", async () => {
  using inUse = givenRecorded();
  using rebuilt = givenRecorded();
  const where = `WHERE norad_id = 100 AND hour = ${NOW_MS / HOUR_MS - 2}`;
  const bytes = inUse.db.prepare<[], Uint8Array>(
    `SELECT samples FROM sealed ${where}`,
  ).pluck().get()!;
  bytes[20]! ^= 16;
  inUse.db.prepare(`UPDATE sealed SET samples = ? ${where}`).run(bytes);
  const [found, ...others] = await compare(inUse, rebuilt);
  assert.deepEqual(others, []);
  assert.equal(found!.noradId, 100);
  assert.equal(found!.hourMs, NOW_MS - 2 * HOUR_MS);
  assert.equal(found!.differing, 60);
  assert.match(
    found!.example,
    /^Cannot read satellite 100 .* as it is damaged/,
  );
});

Deno.test("what only one of two holds is found: rows, hours, satellites", async () => {
  using inUse = givenRecorded();
  using rebuilt = givenRecorded();
  inUse.apply([batchOf("a_topic", 3, [positions({ noradId: 7 })])]);
  rebuilt.apply([
    batchOf("a_topic", 3, [positions({ noradId: 100, timeMs: NOW_MS + 1 })]),
    batchOf("c_topic", 0, [positions({ noradId: 8, timeMs: 0 })]),
  ]);
  const found = await compare(inUse, rebuilt);
  assert.deepEqual(
    found.map((d) => [d.noradId, d.topic, d.onlyInUse, d.onlyRebuilt]),
    [[7, "a_topic", 1, 0], [8, "c_topic", 0, 1], [100, "a_topic", 0, 1]],
  );
});

Deno.test("what is written while all is compared is looked at again", async () => {
  using inUse = givenRecorded();
  using rebuilt = givenRecorded();
  const projections = {
    inUse: inUse.projection,
    rebuilt: rebuilt.projection,
  };
  const revision = readRevision(inUse.projection);
  // Late, into an hour that is sealed and was alike.
  const late = batchOf("a_topic", 3, [
    positions({ noradId: 100, timeMs: NOW_MS - 3 * HOUR_MS + 5 }),
  ]);
  let hours = 0;
  const suspects = await findSuspects(projections, revision, {
    signal,
    onHour: () => {
      if (++hours === 5) inUse.apply([late]);
    },
  });
  const found = () =>
    Array.fromAsync(
      compareSuspects(projections, suspects, { revision, signal }),
    );
  assert.deepEqual((await found()).map((d) => d.onlyInUse), [1]);
  rebuilt.apply([late]);
  assert.deepEqual(await found(), []);
});

Deno.test("pairHours() gives each hour of either projection once, in order", () => {
  const arbitraryHours = fc.uniqueArray(
    fc.tuple(fc.nat(2), fc.constantFrom("a_topic", "b_topic"), fc.nat(3)),
    { selector: String, maxLength: 12 },
  );
  fc.assert(
    fc.property(arbitraryHours, arbitraryHours, (left, right) => {
      using inUse = new GivenProjection();
      using rebuilt = new GivenProjection();
      for (const [given, hours] of [[inUse, left], [rebuilt, right]] as const) {
        given.apply(hours.map(([noradId, topic, hour], i) =>
          batchOf(topic, i, [
            positions({ noradId: noradId + 1, timeMs: hour * HOUR_MS }),
          ])
        ));
      }
      const key = ([noradId, topic, hour]: readonly [number, string, number]) =>
        `${noradId + 1} ${topic} ${hour}`;
      const [inLeft, inRight] = [left, right].map((h) => new Set(h.map(key)));
      const expected = [...inLeft!.union(inRight!)].sort();
      const pairs = [...pairHours(inUse.projection, rebuilt.projection)];
      assert.deepEqual(
        pairs.map((p) => `${p.noradId} ${p.topic} ${p.hourMs / HOUR_MS}`),
        expected,
      );
      pairs.forEach((pair, i) => {
        assert.equal(pair.inUse !== null, inLeft!.has(expected[i]!));
        assert.equal(pair.rebuilt !== null, inRight!.has(expected[i]!));
      });
    }),
  );
});
