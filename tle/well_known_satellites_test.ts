import assert from "node:assert/strict";
import { bundledElementSets } from "./bundled_elements.ts";
import satellites from "./data/well_known_satellites.json" with {
  type: "json",
};
import { readSharedData, sharedDataTest } from "./testdata/shared_data.ts";
import { findWellKnown, wellKnownSatellites } from "./well_known_satellites.ts";

/** Out of service, so that a catalogue of active satellites lacks them. */
const RETIRED = ["NOAA 15", "NOAA 18", "NOAA 19", "LANDSAT 7", "ENVISAT"];

Deno.test("findWellKnown() knows the satellites whose elements are bundled", () => {
  for (const { noradId, name } of bundledElementSets) {
    assert.deepEqual(findWellKnown(name!), { noradId, name });
    assert.deepEqual(findWellKnown(String(noradId)), { noradId, name });
  }
});

Deno.test("findWellKnown() finds a satellite by each of its names", () => {
  for (const { norad_id, names } of satellites) {
    for (const name of names) {
      assert.deepEqual(
        findWellKnown(name),
        { noradId: norad_id, name: names[0] },
        name,
      );
    }
  }
  assert.equal(findWellKnown("ISS")?.noradId, 25544);
  assert.equal(findWellKnown("AO-91")?.noradId, 43017);
});

Deno.test("findWellKnown() looks at letters and digits only, in any case", () => {
  for (const name of ["NOAA 20", "noaa-20", "Noaa_20", "noaa20"]) {
    assert.equal(findWellKnown(name)?.noradId, 43013, name);
  }
});

Deno.test("findWellKnown() finds nothing by part of a name, or by none", () => {
  for (
    const name of ["", "-", "noaa", "is", "terra2", "25545", "constructor"]
  ) {
    assert.equal(findWellKnown(name), null, name);
  }
});

Deno.test("wellKnownSatellites holds each satellite once", () => {
  const numbers = wellKnownSatellites.map(({ noradId }) => noradId);
  assert.equal(new Set(numbers).size, numbers.length);
  assert.ok(numbers.length > 50);
});

sharedDataTest(
  "wellKnownSatellites bears the catalogue's numbers and names",
  () => {
    const rows = readSharedData("catalog/active_2026-08-22_omm.csv.gz").trim()
      .split(/\r?\n/).map((row) => row.split(","));
    const name = rows[0]!.indexOf("OBJECT_NAME");
    const number = rows[0]!.indexOf("NORAD_CAT_ID");
    const names = new Map(rows.map((row) => [Number(row[number]), row[name]]));
    const wrong = wellKnownSatellites.filter((satellite) =>
      names.get(satellite.noradId) !== satellite.name
    );
    assert.deepEqual(wrong.map((satellite) => satellite.name), RETIRED);
  },
);
