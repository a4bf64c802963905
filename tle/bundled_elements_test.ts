import assert from "node:assert/strict";
import { bundledElementSets, findBundled } from "./bundled_elements.ts";
import { elementAgeHours } from "./element_age.ts";
import { createOrbit } from "./orbit.ts";

Deno.test("bundledElementSets holds the article's three satellites and the ISS", () => {
  assert.deepEqual(
    bundledElementSets.map(({ noradId, name }) => [noradId, name]),
    [
      [25994, "TERRA"],
      [27424, "AQUA"],
      [28376, "AURA"],
      [25544, "ISS (ZARYA)"],
    ],
  );
});

Deno.test("bundledElementSets are of one day and give low orbits", () => {
  const dayMs = Date.UTC(2026, 7, 22);
  for (const set of bundledElementSets) {
    const ageHours = elementAgeHours(set, dayMs);
    assert.ok(ageHours > -24 && ageHours <= 0, `${set.name}: ${ageHours} h`);
    const { altitudeKm } = createOrbit(set).positionAt(dayMs);
    const [from, to] = set.noradId === 25544 ? [400, 450] : [670, 730];
    assert.ok(
      altitudeKm > from! && altitudeKm < to!,
      `${set.name}: ${altitudeKm} km`,
    );
  }
});

Deno.test("findBundled() finds by name, short name and number, in any case", () => {
  for (const text of ["ISS (ZARYA)", "iss", " Iss ", "25544"]) {
    assert.equal(findBundled(text)?.noradId, 25544, text);
  }
  assert.equal(findBundled("terra")?.noradId, 25994);
  for (const text of ["", "TERR", "ZARYA", "2599", "25994.0"]) {
    assert.equal(findBundled(text), null);
  }
});
