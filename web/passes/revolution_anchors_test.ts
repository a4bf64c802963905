import assert from "node:assert/strict";
import { elementSetRecorded } from "../../shared/events/element_set_recorded.ts";
import { readElementSets } from "../../shared/projection/element_sets/read_element_sets.ts";
import { findBundled } from "../../tle/bundled_elements.ts";
import type { ElementSet } from "../../tle/element_set.ts";
import { countRevolutions } from "../../tle/nodes/count_revolutions.ts";
import { nodalRatePerDay } from "../../tle/nodes/nodal_rate.ts";
import { TestApp } from "../testdata/test_app.ts";
import { RevolutionAnchors } from "./revolution_anchors.ts";

const DAY_US = 86_400e6;
const terra = findBundled("TERRA")!;

/** A set as it might be some days later. */
function later(set: ElementSet, days: number): ElementSet {
  const turned = set.meanAnomalyDeg + days * nodalRatePerDay(set) * 360;
  return {
    ...set,
    epochUs: set.epochUs + days * DAY_US,
    meanAnomalyDeg: Number((((turned % 360) + 360) % 360).toFixed(4)) % 360,
  };
}

const equatorial = { ...terra, inclinationDeg: 0.03 };

for (
  const [what, set] of [["with", terra], ["without", equatorial]] as const
) {
  Deno.test(`RevolutionAnchors counts sets ${what} crossings of the equator as all of them together are counted`, async () => {
    // The one received first lies in the middle, with a gap on either side.
    const days = [-140, -80, -79, -1, 0, 1, 2, 60, 61, 100, 101, 180];
    await using test = await TestApp.given(
      days.map((day) =>
        elementSetRecorded(later(set, day), {
          source: "test",
          timeMs: 1000 + Math.abs(day),
        })
      ),
    );
    test.projection.deriveAll();
    using lease = test.projections.lease();
    const { projection } = lease;
    const sets = readElementSets(projection, set.noradId, {
      from: { epochUs: 0, id: "" },
      toUs: Infinity,
      limit: 100,
    });
    assert.equal(sets.length, days.length);
    const counts = countRevolutions(sets, days.indexOf(0));
    for (const order of [sets, sets.toReversed()]) {
      const anchors = new RevolutionAnchors(projection, set.noradId);
      assert.equal(anchors.first()!.epochUs, set.epochUs);
      for (const one of order) {
        const count = anchors.countAtEpoch(one)!;
        const off = count - counts[sets.indexOf(one)]!;
        assert.ok(Math.abs(off) < 1e-6, `${off}`);
      }
    }
  });
}
