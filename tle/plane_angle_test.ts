import assert from "node:assert/strict";
import { bundledElementSets } from "./bundled_elements.ts";
import type { ElementSet } from "./element_set.ts";
import { parseTleFile } from "./formats/parse_tle.ts";
import { nodeRateDegPerDay, planeAngleDeg } from "./plane_angle.ts";
import { readSharedData, sharedDataTest } from "./testdata/shared_data.ts";

const [terra, , , iss] = bundledElementSets as [
  ElementSet,
  ElementSet,
  ElementSet,
  ElementSet,
];

Deno.test("nodeRateDegPerDay() turns TERRA's plane about as the Sun goes, the ISS's by 5 degrees west", () => {
  assert.ok(Math.abs(nodeRateDegPerDay(terra) - 0.9856) < 0.03);
  assert.ok(Math.abs(nodeRateDegPerDay(iss) + 5) < 0.1);
});

Deno.test("planeAngleDeg() is the angle between two planes", () => {
  const at = (inclinationDeg: number, rightAscensionDeg: number) => ({
    ...terra,
    inclinationDeg,
    rightAscensionDeg,
  });
  const angle = (a: ElementSet, b: ElementSet) =>
    Number(planeAngleDeg(a, b).toFixed(6));
  assert.equal(angle(at(90, 10), at(90, 25)), 15);
  assert.equal(angle(at(90, 350), at(90, 10)), 20);
  assert.equal(angle(at(0, 0), at(30, 123)), 30);
  // In the plane of the equator, the node means nothing.
  assert.equal(angle(at(0, 0), at(0, 180)), 0);
});

sharedDataTest(
  "planeAngleDeg() finds the planes of sets up to a week apart where they were to be",
  () => {
    const sets = parseTleFile(readSharedData("elements/AQUA_27424.tle.gz"))
      .elementSets.slice(-3000);
    for (let i = 5; i < sets.length; i++) {
      const [earlier, later] = [sets[i - 5]!, sets[i]!];
      if (later.epochUs - earlier.epochUs > 7 * 86_400e6) continue;
      assert.ok(planeAngleDeg(earlier, later) < 0.03);
    }
  },
);
