import assert from "node:assert/strict";
import { createHour } from "../hour_columns.ts";
import { MemoryProjection } from "../testdata/memory_projection.ts";
import { HOUR_MS } from "../time_range.ts";
import { OverHours } from "./over_hours.ts";
import { HourWriter } from "./hour_writer.ts";

const SATELLITES = 150;

/** Hours of rows of satellites 1 to 150. */
function givenHours(...hours: readonly number[]) {
  const given = new MemoryProjection("a_topic");
  for (let noradId = 1; noradId <= SATELLITES; noradId++) {
    const timesMs = hours.map((hour) => hour * HOUR_MS);
    given.record({ topic: "a_topic", noradId, timesMs });
  }
  return given;
}

Deno.test("OverHours finds all that are over, some at a time, and none that is not", () => {
  using given = givenHours(4, 5, 7);
  const over = new OverHours(given.db);
  const writer = new HourWriter(given.db, { onSealed() {} });
  const found: string[] = [];
  for (let hours = over.find(6 * HOUR_MS); hours.length > 0;) {
    // Some are left to wait, and found again.
    for (const hour of hours.slice(0, 40)) {
      found.push(`${hour.noradId} ${hour.fromMs / HOUR_MS}`);
      writer.seal(hour, hour, { more: createHour(0), revision: 1 });
    }
    hours = over.find(6 * HOUR_MS);
  }
  const expected = Array.from(
    { length: SATELLITES },
    (_, i) => [`${i + 1} 4`, `${i + 1} 5`],
  ).flat();
  assert.deepEqual(found, expected);
});

Deno.test("OverHours goes round, to what has come behind it", () => {
  using given = givenHours(4);
  const over = new OverHours(given.db);
  const writer = new HourWriter(given.db, { onSealed() {} });
  const sealNext = () => {
    const [hour] = over.find(9 * HOUR_MS);
    if (hour === undefined) return null;
    writer.seal(hour, hour, { more: createHour(0), revision: 1 });
    return hour.noradId;
  };
  for (let i = 1; i <= 100; i++) assert.equal(sealNext(), i);
  given.record({ topic: "a_topic", noradId: 7, timesMs: [5 * HOUR_MS] });
  for (let i = 101; i <= SATELLITES; i++) assert.equal(sealNext(), i);
  assert.equal(sealNext(), 7);
  assert.equal(sealNext(), null);
});
