import assert from "node:assert/strict";
import fc from "fast-check";
import type { ElementSet } from "../element_set.ts";
import { createSite, lookAngles, type Site } from "../look_angles.ts";
import type { Observer } from "../observer.ts";
import { createOrbit } from "../orbit.ts";
import { sampleOrbit } from "../testdata/sample_orbit.ts";
import { sharedDataTest } from "../testdata/shared_data.ts";
import { createElementMotion } from "./element_motion.ts";
import type { FoundPass } from "./found_pass.ts";
import type { Motion } from "./motion.ts";
import { createSampleMotion } from "./sample_motion.ts";
import { allPasses } from "./testdata/all_passes.ts";
import { madeUpSets, readCatalogue } from "./testdata/pass_orbits.ts";

const DAY_MS = 86_400_000;
const SCAN_MS = 10_000;

const observers: fc.Arbitrary<Observer> = fc.record({
  latitudeDeg: fc.oneof(
    fc.double({ min: -90, max: 90, noNaN: true }),
    fc.constantFrom(-90, 0, 90),
  ),
  longitudeDeg: fc.oneof(
    fc.double({ min: -180, max: 180, noNaN: true }),
    fc.constantFrom(-180, 180),
  ),
  altitudeM: fc.constantFrom(-400, 0, 2000, 8000),
});
const horizons = fc.constantFrom(-2, 0, 10, 45, 70, 85, 89);
const shares = fc.tuple(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.double({ min: 0, max: 1, noNaN: true }),
);

/** Some whole millisecond of a day near the epoch on, and that day. */
function dayOf(set: ElementSet): readonly [number, number] {
  const fromMs = Math.ceil(set.epochUs / 1000) + 3_600_000;
  return [fromMs, fromMs + DAY_MS];
}

function checkAsScanned(
  motion: Motion,
  site: Site,
  horizonDeg: number,
  [fromMs, toMs]: readonly [number, number],
): void {
  const passes = allPasses([motion], site, { fromMs, toMs, horizonDeg });
  checkOrder(passes, motion);
  for (let timeMs = fromMs; timeMs < toMs; timeMs += SCAN_MS) {
    const { elevationDeg } = lookAngles(site, motion.stateAt(timeMs));
    // What is nearer to the horizon is a matter of rounding.
    if (Math.abs(elevationDeg - horizonDeg) < 1e-9) continue;
    const pass = passes.find(({ aosMs, losMs }) =>
      aosMs <= timeMs && timeMs <= losMs
    );
    assert.equal(pass !== undefined, elevationDeg > horizonDeg, `${timeMs}`);
    // 0.014 s of a culmination is no more than that.
    const mostDeg = (pass?.maxElevationDeg ?? 90) + 1e-6;
    assert.ok(elevationDeg <= mostDeg, `${elevationDeg} at ${timeMs}`);
  }
}

function checkOrder(passes: readonly FoundPass[], motion: Motion): void {
  passes.forEach(({ aosMs, tcaMs, losMs, cut }, i) => {
    assert.ok(aosMs <= tcaMs && tcaMs <= losMs);
    assert.ok(i === 0 || passes[i - 1]!.losMs < aosMs - 1);
    assert.ok([aosMs, tcaMs, losMs].every(Number.isInteger));
    assert.equal(cut.start, aosMs === motion.fromMs);
    assert.equal(cut.end, losMs === motion.toMs);
  });
}

function checkSameFromAnyWindow(
  motion: Motion,
  site: Site,
  horizonDeg: number,
  [a, b]: readonly [number, number],
): void {
  const { fromMs, toMs } = motion;
  const find = (from: number, to: number) =>
    allPasses([motion], site, { fromMs: from, toMs: to, horizonDeg });
  const at = (share: number) => fromMs + Math.floor(share * (toMs - fromMs));
  const [from, to] = [at(Math.min(a, b)), at(Math.max(a, b))];
  assert.deepEqual(
    find(from, to),
    find(fromMs, toMs + 1).filter(({ aosMs, losMs }) =>
      losMs >= from && aosMs < to
    ),
  );
}

function motionOf(set: ElementSet, beyondMs: number): Motion {
  const [fromMs, toMs] = dayOf(set);
  return createElementMotion(set, {
    fromMs: fromMs - beyondMs,
    toMs: toMs + beyondMs,
  });
}

/** The two properties, of any sets. */
function checkProperties(
  sets: fc.Arbitrary<ElementSet>,
  numRuns: number,
): void {
  fc.assert(
    fc.property(sets, observers, horizons, (set, observer, horizonDeg) => {
      checkAsScanned(
        motionOf(set, DAY_MS),
        createSite(observer),
        horizonDeg,
        dayOf(set),
      );
    }),
    { numRuns },
  );
  fc.assert(
    fc.property(sets, observers, horizons, shares, (set, observer, deg, ab) => {
      const motion = motionOf(set, 0);
      checkSameFromAnyWindow(motion, createSite(observer), deg, ab);
    }),
    { numRuns },
  );
}

Deno.test("findPasses() finds what a scan finds, the same from any window: orbits of every kind", () => {
  checkProperties(fc.constantFrom(...madeUpSets), 25);
});

sharedDataTest(
  "findPasses() finds what a scan finds, the same from any window: a whole catalogue",
  () => {
    const { low, other } = readCatalogue();
    checkProperties(
      fc.oneof(fc.constantFrom(...low), fc.constantFrom(...other)),
      40,
    );
  },
);

Deno.test("findPasses() gives the same pass from any window of recorded positions", () => {
  const low = madeUpSets[0]!;
  // High up a culmination is so flat that rounding makes several of it.
  const high = madeUpSets.find(({ meanMotion }) => meanMotion < 3)!;
  const recordings = [[low, 1000], [low, 60_000], [high, 1000]] as const;
  const motions = recordings.map(([set, stepMs]) =>
    createSampleMotion(
      sampleOrbit(createOrbit(set), dayOf(set)[0], {
        stepMs,
        count: DAY_MS / 2 / stepMs,
        isRounded: true,
      }),
    )
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...motions),
      observers,
      shares,
      (motion, observer, window) => {
        const site = createSite(observer);
        checkSameFromAnyWindow(motion, site, 0, window);
        // Nor does it depend on how long the steps are.
        const slower = { ...motion, mostKmS: motion.mostKmS * (1 + window[0]) };
        const find = (searched: Motion) =>
          allPasses([searched], site, { ...motion, horizonDeg: 0 })
            .map(({ motions: _, ...pass }) => pass);
        assert.deepEqual(find(slower), find(motion));
      },
    ),
    { numRuns: 100 },
  );
});
