import assert from "node:assert/strict";
import { modisGranule } from "./modis_granule.ts";

const GRANULES: [time: string, granule: string][] = [
  ["2026-08-21T14:35:00.000Z", "A2026233.1435"],
  ["2026-08-21T14:39:59.999Z", "A2026233.1435"],
  ["2026-08-21T14:40:00.000Z", "A2026233.1440"],
  ["2026-01-01T00:00:00.000Z", "A2026001.0000"],
  ["2024-12-31T23:59:59.999Z", "A2024366.2355"],
  ["1969-12-31T23:59:59.999Z", "A1969365.2355"],
];

for (const [time, granule] of GRANULES) {
  Deno.test(`modisGranule() of ${time} is ${granule}`, () => {
    assert.equal(modisGranule(Date.parse(time)), granule);
  });
}
