import { deepEqual } from "node:assert/strict";
import { tableCsv } from "./table_csv.ts";

Deno.test("tableCsv() has the rows shown, and nothing where nothing is known", () => {
  const { name, csv } = tableCsv([{
    noradId: 25994,
    name: "TERRA, EOS",
    longitudeDeg: 20.5,
    latitudeDeg: -10,
    altitudeKm: 700,
    lastMs: Date.parse("2026-08-23T13:59:58Z"),
    elementsAgeMs: 5_400_000,
    silenceMs: 0,
  }, {
    noradId: 3,
    name: "A",
    longitudeDeg: null,
    latitudeDeg: null,
    altitudeKm: null,
    lastMs: null,
    elementsAgeMs: null,
    silenceMs: Infinity,
  }], Date.parse("2026-08-23T14:00:00Z"));
  deepEqual(name, "Satellites 2026-08-23T1400Z");
  deepEqual(csv.split("\r\n"), [
    "name,norad_id,latitude_deg,longitude_deg,altitude_km,newest,elements_age_hours,no_data_for_s",
    '"TERRA, EOS",25994,-10,20.5,700,2026-08-23T13:59:58Z,1.5,0',
    "A,3,,,,,,",
    "",
  ]);
});
