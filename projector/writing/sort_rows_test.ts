import assert from "node:assert/strict";
import fc from "fast-check";
import { PositionCollector } from "./position_collector.ts";
import { sortRows } from "./sort_rows.ts";

const REST = {
  ...{ latitudeE6: 0, longitudeE6: 0, altitudeE4: 0, origin: 0 },
  ...{ elementSet: -1, partition: 0, offset: 0, sample: 0 },
};

Deno.test("sortRows() orders by satellite, topic and time, and leaves equal ones as they came", () => {
  const arbitraryRows = fc.array(fc.record({
    noradId: fc.constantFrom(5, 25994, 999_999_999),
    topic: fc.nat(2),
    timeMs: fc.nat(9),
  }));
  fc.assert(fc.property(arbitraryRows, (rows) => {
    const collector = new PositionCollector();
    for (const row of rows) collector.push({ ...row, ...REST });
    const expected = rows.map((row, i) => ({ ...row, i })).sort((a, b) =>
      a.noradId - b.noradId || a.topic - b.topic || a.timeMs - b.timeMs
    );
    assert.deepEqual(
      [...sortRows(collector.take())],
      expected.map(({ i }) => i),
    );
  }));
});
