import { equal } from "node:assert/strict";
import { positionsCsv } from "./positions_csv.ts";

Deno.test("positionsCsv() has the points of the range, and not the one from which the line comes", () => {
  const position = (timeMs: number) => ({
    timeMs,
    latitudeDeg: 12.345678,
    longitudeDeg: -98.7,
    altitudeKm: 705.25,
    lowKm: 705,
    highKm: 705.5,
  });
  const { name, csv } = positionsCsv("TERRA", {
    runs: [[position(0), position(1_000)], [position(9_500)]],
    range: { fromMs: 1_000, toMs: 10_000 },
  });
  equal(name, "TERRA positions 1970-01-01T000001Z to 000010Z");
  equal(
    csv,
    "time,latitude_deg,longitude_deg,altitude_km," +
      "altitude_min_km,altitude_max_km\r\n" +
      "1970-01-01T00:00:01Z,12.345678,-98.7,705.25,705,705.5\r\n" +
      "1970-01-01T00:00:09.500Z,12.345678,-98.7,705.25,705,705.5\r\n",
  );
});
