import { deepEqual } from "node:assert/strict";
import type { SatelliteInfo } from "../feed/contract.ts";
import { SatelliteRecord } from "../feed/satellite_record.ts";
import { chosenSatellites } from "./chosen_satellites.ts";

Deno.test("chosenSatellites() has those that wait for a column, and of the others those that are recorded", () => {
  const record = new SatelliteRecord({} as SatelliteInfo, 1_000);
  const satellites = new Map([[12, record], [5, record]]);
  const chosen = [12, 5, 99, ...[1, 2, 3, 4, 6, 7, 8, 9, 10], 13, 11];
  deepEqual(chosenSatellites({ satellites }, { satellites: chosen }), [
    5,
    11,
    12,
    13,
  ]);
  deepEqual(chosenSatellites({ satellites }, { satellites: null }), [5, 12]);
});
