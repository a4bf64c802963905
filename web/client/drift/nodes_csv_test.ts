import { deepEqual } from "node:assert/strict";
import { nodesCsv } from "./nodes_csv.ts";

Deno.test("nodesCsv() has a row a crossing, without a revolution where none is known", () => {
  const answer = {
    nodes: [{
      time: "2026-08-21T10:00:00.000Z",
      node: "descending" as const,
      revolution: null,
      longitude_deg: 8.25,
      altitude_km: 705.25,
      mean_local_solar_time: "10:29:45.123",
      apparent_local_solar_time: "10:26:40.500",
    }],
    gaps: [],
  };
  deepEqual(nodesCsv("TERRA", "descending", answer), {
    name: "TERRA descending nodes 2026-08-21T1000Z to 1000Z",
    csv: "time,mean_local_solar_time,apparent_local_solar_time," +
      "altitude_km,revolution\r\n" +
      "2026-08-21T10:00:00.000Z,10:29:45.123,10:26:40.500,705.25,\r\n",
  });
});
