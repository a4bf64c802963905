import assert from "node:assert/strict";
import {
  at,
  HOUR_MS,
  positionsOf,
  START_MS,
  TERRA,
} from "./testdata/given_positions.ts";
import { TestApp } from "./testdata/test_app.ts";

const DAMAGE =
  "Cannot read satellite 25994 in the hour from 2026-08-21T11:00:00.000Z " +
  "as it is damaged: Cannot decode hour as its checksum must be ";

/** Three sealed hours, of which a bit of the second has flipped. */
async function givenDamage(): Promise<TestApp> {
  const test = await TestApp.given(positionsOf(TERRA, 0, 3 * 3600), {
    nowMs: START_MS + 4 * HOUR_MS,
  });
  test.nowMs = START_MS + 4 * HOUR_MS;
  test.projection.change((db) => {
    const where = `WHERE hour = ${START_MS / HOUR_MS + 1}`;
    const bytes = db.prepare<[], Uint8Array>(
      `SELECT samples FROM sealed ${where}`,
    ).pluck().get()!;
    bytes[1_000]! ^= 4;
    db.prepare(`UPDATE sealed SET samples = ? ${where}`).run(bytes);
  });
  return test;
}

Deno.test("a flipped bit in a sealed hour leaves that hour out, as a gap, and the rest is served", async () => {
  await using test = await givenDamage();
  const { satellites: [terra] } = await test.getJson(
    `/api/v1/positions?from=${at(0)}&to=${at(3 * 3600)}&limit=20000`,
  );
  assert.equal(terra.columns.time_ms.length, 2 * 3600);
  assert.deepEqual(terra.gaps, [{ from: at(3599), to: at(2 * 3600) }]);
});

Deno.test("a flipped bit is reported once, and warned of, with satellite and hour", async () => {
  await using test = await givenDamage();
  const range = `from=${at(3600)}&to=${at(3700)}`;
  await test.getJson(`/api/v1/positions?${range}`);
  await test.getJson(`/api/v1/positions?${range}`);
  assert.equal(test.errors.length, 1);
  assert.ok(test.errors[0]!.message.startsWith(DAMAGE), `${test.errors[0]}`);
  test.errors.length = 0;

  const { warnings } = await test.getJson("/api/v1/projection");
  assert.equal(warnings[0].kind, "hour_damaged");
  assert.ok(warnings[0].message.startsWith(DAMAGE), warnings[0].message);
  const metrics = await test.app.request("/metrics");
  assert.match(
    await metrics.text(),
    /groundtrack_web_warnings\{kind="hour_damaged"\} 1\n/,
  );
});

Deno.test("what is known of a damaged hour in short is still told", async () => {
  await using test = await givenDamage();
  const { satellites: [terra] } = await test.getJson(
    `/api/v1/positions?from=${at(0)}&to=${at(3 * 3600)}&points=3`,
  );
  assert.deepEqual(terra.columns.samples, [3600, 3600, 3600]);
  assert.deepEqual(terra.gaps, []);
});
