import assert from "node:assert/strict";
import { elementSetRecorded } from "../../shared/events/element_set_recorded.ts";
import { findBundled } from "../../tle/bundled_elements.ts";
import type { ElementSet } from "../../tle/element_set.ts";
import { ElementSetWriter } from "../writing/write_element_sets.ts";
import {
  batchOf,
  GivenProjection,
  NOW_MS,
} from "../testdata/given_projection.ts";
import { terraDuring, terraElements } from "../testdata/given_orbit.ts";
import { auditHours } from "./audit_hours.ts";
import { describeFault } from "./fault.ts";

const HOUR_MS = 3_600_000;
const HOUR = NOW_MS / HOUR_MS - 2;
const { signal } = new AbortController();

/** TERRA in three hours, of which the last is open. */
function givenTerra(): GivenProjection {
  const given = new GivenProjection();
  const range = { fromMs: NOW_MS - 3 * HOUR_MS, toMs: NOW_MS, stepMs: 10_000 };
  given.apply([
    batchOf("element_sets", 0, [terraElements]),
    batchOf("terra_topic", 0, terraDuring(range)),
  ], NOW_MS - 1);
  return given;
}

function audit(given: GivenProjection) {
  return auditHours(given.projection, { signal, onPositions: () => {} });
}

/** What is said of a projection when this was done to it. */
async function faultsAfter(sql: string): Promise<string[]> {
  using given = givenTerra();
  assert.equal(given.db.prepare(sql).run().changes, 1, sql);
  return (await audit(given)).faults.map(describeFault);
}

Deno.test("auditHours() finds a sound projection sound, and says how far off its positions are", async () => {
  using given = givenTerra();
  const { faults, largest, ...found } = await audit(given);
  assert.deepEqual(faults, []);
  assert.deepEqual(found, {
    sealedHours: 2,
    openHours: 1,
    positions: 1080,
    unknown: 0,
  });
  assert.equal(largest!.noradId, 25994);
  assert.equal(largest!.topic, "terra_topic");
  // Rounding alone makes 0.101 m at most.
  assert(largest!.errorM > 0.05 && largest!.errorM < 0.102);
});

Deno.test("auditHours() tells how many positions it is told about", async () => {
  using given = givenTerra();
  const told: number[][] = [];
  const onPositions = (...of: number[]) => told.push(of);
  await auditHours(given.projection, { signal, onPositions });
  assert.deepEqual(told, [[360, 1080], [720, 1080], [1080, 1080]]);
});

Deno.test("auditHours() names the hour whose kept checksum is another", async () => {
  const where = `WHERE hour = ${HOUR}`;
  const [said, ...others] = await faultsAfter(
    `UPDATE hours SET checksum = '0123456789abcdef' ${where}`,
  );
  assert.deepEqual(others, []);
  assert.match(
    said!,
    /^25994 on terra_topic, hour of 2026-08-21T12:00:00\.000Z: its checksum must be [0-9a-f]{16}: current value is 0123456789abcdef$/,
  );
});

Deno.test("auditHours() names each number that is kept of an hour and is another", async () => {
  const names = [
    ["samples", "samples"],
    ["last_ms", "last ms"],
    ["altitude_max_e4", "altitude max E4"],
    ["longest_step_ms", "longest step ms"],
  ];
  for (const [column, said] of names) {
    const hours = await faultsAfter(
      `UPDATE hours SET ${column} = ${column} + 1 WHERE hour = ${HOUR}`,
    );
    assert.match(
      hours[0]!,
      RegExp(`^25994 on .*, hour of 2026-08-21T12:.*: its ${said} must be`),
    );
  }
});

Deno.test("auditHours() names a day whose numbers are others, or which is gone", async () => {
  using given = givenTerra();
  while (given.writer.sealNext(NOW_MS + HOUR_MS));
  given.db.exec("UPDATE days SET longest_step_ms = 7");
  const audited = await audit(given);
  assert.deepEqual(audited.faults.map(describeFault), [
    "25994 on terra_topic, day of 2026-08-21T00:00:00.000Z: " +
    "its longest step ms must be 10000: current value is 7",
  ]);
  given.db.exec("DELETE FROM days");
  const { faults } = await audit(given);
  assert.match(
    describeFault(faults[0]!),
    /must be 1080: current value is none/,
  );
});

Deno.test("auditHours() names the hour in which a bit was flipped, wherever it was", async () => {
  using given = givenTerra();
  for (const column of ["samples", "minutes"]) {
    const where = `WHERE hour = ${HOUR}`;
    const bytes = given.db.prepare<[], Uint8Array>(
      `SELECT ${column} FROM sealed ${where}`,
    ).pluck().get()!;
    for (let i = 0; i < bytes.length; i += 41) {
      const update = given.db.prepare(
        `UPDATE sealed SET ${column} = ? ${where}`,
      );
      // A copy, which slice() of a buffer is not.
      const flipped = Uint8Array.from(bytes);
      flipped[i]! ^= 1 << (i % 8);
      update.run(flipped);
      const { faults } = await audit(given);
      assert.equal(faults.length, 1, `${column} at ${i}`);
      assert.match(
        describeFault(faults[0]!),
        /^25994 on terra_topic, hour of 2026-08-21T12:00:00\.000Z: .*is damaged/,
      );
      update.run(bytes);
    }
  }
});

Deno.test("auditHours() names minutes that can be read and are those of another hour", async () => {
  const faults = await faultsAfter(`
    UPDATE sealed SET minutes =
      (SELECT minutes FROM sealed WHERE hour = ${HOUR - 1})
    WHERE hour = ${HOUR}`);
  assert.deepEqual(faults, [
    "25994 on terra_topic, hour of 2026-08-21T12:00:00.000Z: " +
    "its minutes are not those of the positions that it holds",
  ]);
});

Deno.test("auditHours() names an hour of which only what is kept in short is there", async () => {
  const [said] = await faultsAfter(`DELETE FROM sealed WHERE hour = ${HOUR}`);
  assert.match(said!, /^25994 on .*, hour of 2026-08-21T12:.*it is missing/);
});

Deno.test("auditHours() names the hour of a position that was moved by 50 m, and by how much", async () => {
  const timeMs = NOW_MS - 30_000;
  const [said, ...others] = await faultsAfter(`
    UPDATE positions SET altitude_e4 = altitude_e4 + 500
    WHERE time_ms = ${timeMs}`);
  assert.deepEqual(others, []);
  assert.match(
    said!,
    /^25994 on terra_topic, hour of 2026-08-21T13:00:00\.000Z: 1 of 360 positions are not .*: the first, of 2026-08-21T13:59:30\.000Z, must be within 0\.11\d m: current value is (49\.9|50\.0)\d\d m, and the largest \1\d\d m$/,
  );
});

Deno.test("auditHours() takes elements of another satellite for wrong, and those that are not there for unknown", async () => {
  using given = givenTerra();
  replaceElements(given, findBundled("AQUA")!);
  const { faults } = await audit(given);
  assert.deepEqual(
    faults.map(({ check }) => check),
    ["propagation", "propagation", "propagation"],
  );
  assert.match(faults[0]!.message, /^360 of 360 positions are not where/);

  given.db.exec("DELETE FROM element_sets");
  const { unknown, largest, ...rest } = await audit(given);
  assert.deepEqual([unknown, largest, rest.faults], [1080, null, []]);
});

Deno.test("auditHours() says why elements give no position where one was recorded", async () => {
  using given = givenTerra();
  replaceElements(given, { ...findBundled("TERRA")!, epochUs: 0, bstar: 0.9 });
  const { faults } = await audit(given);
  assert.match(
    faults[0]!.message,
    /^360 of 360 positions are not .*: Cannot propagate TERRA/,
  );
});

/** Puts other elements under the id of those that are there. */
function replaceElements(given: GivenProjection, set: ElementSet): void {
  const [ref] = given.rows<{ ref: number }>("SELECT ref FROM element_sets");
  given.db.exec("DELETE FROM element_sets");
  const received = { source: "test", timeMs: NOW_MS };
  const event = elementSetRecorded(set, received);
  new ElementSetWriter(given.db).write(event, ref!.ref);
}
