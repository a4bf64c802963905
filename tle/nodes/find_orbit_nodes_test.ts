import assert from "node:assert/strict";
import fc from "fast-check";
import { bundledElementSets } from "../bundled_elements.ts";
import type { ElementSet } from "../element_set.ts";
import { findOrbitNodes, type NodeRange } from "./find_orbit_nodes.ts";
import type { NodeCrossing } from "./node_crossing.ts";
import { createOrbit, type Orbit } from "../orbit.ts";
import { anyElementSet } from "../testdata/any_element_set.ts";

const DAY_MS = 86_400_000;
const [terra] = bundledElementSets as [ElementSet];

/** A Molniya orbit: through both nodes within 8 % of its 12 hours. */
const molniya: ElementSet = {
  ...terra,
  meanMotion: 2.00612,
  eccentricity: 0.74,
  inclinationDeg: 63.4,
  argumentOfPericenterDeg: 270,
  meanAnomalyDeg: 40,
  bstar: 0,
  meanMotionDot: 0,
};

/** Once stationary, now no longer kept over the equator. */
const drifting: ElementSet = {
  ...molniya,
  meanMotion: 1.0027,
  eccentricity: 0.0002,
  inclinationDeg: 0.3,
};

const sets = [...bundledElementSets, molniya, drifting];

Deno.test("findOrbitNodes() finds what small steps find, to the millisecond", () => {
  for (const set of sets) {
    const orbit = createOrbit(set);
    const fromMs = Math.round(set.epochUs / 1000) + 3 * DAY_MS + 123;
    const range = { fromMs, toMs: fromMs + 2 * DAY_MS };
    const found = findOrbitNodes(orbit, range);
    assert.ok(found.length >= 3, `only ${found.length}`);
    assert.deepEqual(
      found.map(({ node, timeMs }) => ({ node, timeMs })),
      nodesBySteps(orbit, range),
    );
  }
});

Deno.test("findOrbitNodes() gives place and height of the millisecond that it gives", () => {
  const orbit = createOrbit(terra);
  const fromMs = terra.epochUs / 1000;
  for (
    const found of findOrbitNodes(orbit, { fromMs, toMs: fromMs + DAY_MS })
  ) {
    const { latitudeDeg, longitudeDeg, altitudeKm } = orbit.positionAt(
      found.timeMs,
    );
    // 4 m, which is half a millisecond.
    assert.ok(Math.abs(latitudeDeg) < 4e-5);
    assert.deepEqual([found.longitudeDeg, found.altitudeKm], [
      longitudeDeg,
      altitudeKm,
    ]);
  }
});

Deno.test("findOrbitNodes() finds the same crossings however a range is split", () => {
  const times = fc.array(fc.nat({ max: 5 * DAY_MS }), { maxLength: 5 });
  fc.assert(
    fc.property(fc.constantFrom(...sets), times, (set, cuts) => {
      const orbit = createOrbit(set);
      const startMs = Math.round(set.epochUs / 1000) - DAY_MS;
      const ends = [0, ...cuts, 5 * DAY_MS].sort((a, b) => a - b);
      const parts = ends.slice(1).flatMap((end, index) =>
        findOrbitNodes(orbit, {
          fromMs: startMs + ends[index]!,
          toMs: startMs + end,
        })
      );
      const whole = findOrbitNodes(orbit, {
        fromMs: startMs,
        toMs: startMs + 5 * DAY_MS,
      });
      assert.deepEqual(parts, whole);
    }),
    { numRuns: 40 },
  );
});

Deno.test("findOrbitNodes() tells no nodes of an orbit in the plane of the equator", () => {
  const fromMs = terra.epochUs / 1000;
  const range = { fromMs, toMs: fromMs + DAY_MS };
  for (const inclinationDeg of [0, 0.09, 179.95]) {
    const orbit = createOrbit({ ...drifting, inclinationDeg });
    assert.deepEqual(findOrbitNodes(orbit, range), []);
  }
});

Deno.test("findOrbitNodes() ends where the satellite has come down", () => {
  const balloon = { ...terra, bstar: 0.3 };
  const fromMs = balloon.epochUs / 1000;
  const range = { fromMs, toMs: fromMs + 40 * DAY_MS };
  const last = findOrbitNodes(createOrbit(balloon), range).at(-1)!;
  const days = (last.timeMs - fromMs) / DAY_MS;
  assert.ok(days > 20 && days < 25, `after ${days} days`);
});

Deno.test("findOrbitNodes() takes whatever a set may hold", () => {
  fc.assert(fc.property(anyElementSet, (set) => {
    const fromMs = set.epochUs / 1000;
    const range = { fromMs, toMs: fromMs + 2 * DAY_MS };
    assert.ok(findOrbitNodes(createOrbit(set), range).length < 100);
  }));
});

Deno.test("findOrbitNodes() takes two to three propagations a crossing", () => {
  const orbit = createOrbit(terra);
  let asked = 0;
  const counting = {
    ...orbit,
    temeAt(timeMs: number) {
      asked++;
      return orbit.temeAt(timeMs);
    },
  };
  const fromMs = terra.epochUs / 1000;
  const range = { fromMs, toMs: fromMs + 30 * DAY_MS };
  const found = findOrbitNodes(counting, range);
  assert.ok(asked < 2.5 * found.length, `${asked} for ${found.length}`);
});

/** Crossings as a change of sign within ten seconds, halved to a microsecond. */
function nodesBySteps(orbit: Orbit, { fromMs, toMs }: NodeRange) {
  const zAt = (timeMs: number) => orbit.temeAt(timeMs).positionKm.z;
  const found: Pick<NodeCrossing, "node" | "timeMs">[] = [];
  for (let startMs = fromMs; startMs < toMs; startMs += 10_000) {
    let [low, high] = [startMs, startMs + 10_000];
    const isRising = zAt(low) < 0;
    if (isRising !== (zAt(high) >= 0)) continue;
    while (high - low > 1e-3) {
      const middle = (low + high) / 2;
      if (zAt(middle) < 0 === isRising) low = middle;
      else high = middle;
    }
    const timeMs = Math.round(high);
    found.push({ node: isRising ? "ascending" : "descending", timeMs });
  }
  return found;
}
