import assert from "node:assert/strict";
import { bundledElementSets } from "../bundled_elements.ts";
import { geodeticFromEcef } from "../geodetic.ts";
import { createSite, lookAngles } from "../look_angles.ts";
import { createOrbit } from "../orbit.ts";
import { difference, lengthOf } from "../testdata/distance.ts";
import { sampleOrbit } from "../testdata/sample_orbit.ts";
import { createElementMotion } from "./element_motion.ts";
import { createSampleMotion } from "./sample_motion.ts";
import { allPasses } from "./testdata/all_passes.ts";
import { madeUpSets } from "./testdata/pass_orbits.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

Deno.test("createSampleMotion() moves as the elements do that the samples are of", () => {
  for (const set of bundledElementSets) {
    const fromMs = Math.ceil(set.epochUs / 1000);
    const toMs = fromMs + 99 * MINUTE_MS;
    const samples = sampleOrbit(createOrbit(set), fromMs, {
      stepMs: MINUTE_MS,
      count: 100,
    });
    const recorded = createSampleMotion(samples);
    const predicted = createElementMotion(set, { fromMs, toMs });
    assert.deepEqual([recorded.fromMs, recorded.toMs], [fromMs, toMs]);
    for (let timeMs = fromMs; timeMs <= toMs; timeMs += 7919) {
      const a = recorded.stateAt(timeMs);
      const b = predicted.stateAt(timeMs);
      assert.ok(lengthOf(difference(a.positionKm, b.positionKm)) < 1e-5);
      assert.ok(lengthOf(difference(a.velocityKmS, b.velocityKmS)) < 1e-4);
      assert.ok(lengthOf(a.velocityKmS) <= recorded.mostKmS);
    }
  }
});

Deno.test("a recorded pass and that of the same elements agree within 0.1 s", () => {
  const site = createSite({
    latitudeDeg: 55.75,
    longitudeDeg: 37.62,
    altitudeM: 0,
  });
  for (const set of bundledElementSets) {
    const fromMs = Math.ceil(set.epochUs / 1000);
    const range = { fromMs, toMs: fromMs + DAY_MS };
    const search = { ...range, horizonDeg: 0 };
    const predicted = allPasses(
      [createElementMotion(set, range)],
      site,
      search,
    );
    assert.ok(predicted.length >= 5);
    for (const stepMs of [MINUTE_MS, 1000]) {
      const samples = sampleOrbit(createOrbit(set), fromMs, {
        stepMs,
        count: DAY_MS / stepMs + 1,
        isRounded: true,
      });
      const recorded = allPasses([createSampleMotion(samples)], site, search);
      assert.equal(recorded.length, predicted.length);
      recorded.forEach((pass, i) => {
        for (const time of ["aosMs", "tcaMs", "losMs"] as const) {
          const offMs = Math.abs(pass[time] - predicted[i]![time]);
          assert.ok(offMs <= 100, `${set.name} ${stepMs}: ${time} ${offMs} ms`);
        }
      });
    }
  }
});

Deno.test("what nearly stands still in the sky rises and sets every day, recorded too", () => {
  const set = {
    ...bundledElementSets[0]!,
    meanMotion: 1.0027379,
    eccentricity: 0.0002,
    inclinationDeg: 0.1,
    bstar: 0,
    meanMotionDot: 0,
  };
  const fromMs = Math.ceil(set.epochUs / 1000);
  const range = { fromMs, toMs: fromMs + 5 * DAY_MS };
  const predicted = createElementMotion(set, range);
  const { longitudeDeg } = geodeticFromEcef(
    predicted.stateAt(fromMs).positionKm,
  );
  const site = createSite({ latitudeDeg: 50, longitudeDeg, altitudeM: 0 });
  const horizonDeg = [0, 6, 12, 18].reduce((sum, hours) => {
    const state = predicted.stateAt(fromMs + hours * 3_600_000);
    return sum + lookAngles(site, state).elevationDeg / 4;
  }, 0);
  const search = { ...range, horizonDeg };
  const recorded = createSampleMotion(
    sampleOrbit(createOrbit(set), fromMs, {
      stepMs: MINUTE_MS,
      count: 5 * DAY_MS / MINUTE_MS + 1,
    }),
  );
  assert.ok(recorded.mostKmS < 0.02);
  const passes = allPasses([recorded], site, search);
  const expected = allPasses([predicted], site, search);
  assert.ok(expected.length >= 5);
  assert.equal(passes.length, expected.length);
  passes.forEach(({ aosMs, losMs }, i) => {
    assert.ok(Math.abs(aosMs - expected[i]!.aosMs) <= 100);
    assert.ok(Math.abs(losMs - expected[i]!.losMs) <= 100);
  });
});

Deno.test("createSampleMotion() is never faster than it says, however eccentric", () => {
  for (const set of madeUpSets) {
    const fromMs = Math.ceil(set.epochUs / 1000);
    const samples = sampleOrbit(createOrbit(set), fromMs, {
      stepMs: MINUTE_MS,
      count: 1500,
      isRounded: true,
    });
    const { stateAt, mostKmS, toMs } = createSampleMotion(samples);
    for (let timeMs = fromMs; timeMs <= toMs; timeMs += 20_011) {
      const kmS = lengthOf(stateAt(timeMs).velocityKmS);
      assert.ok(kmS <= mostKmS, `${set.noradId}: ${kmS} of ${mostKmS}`);
    }
  }
});

Deno.test("createSampleMotion() refuses fewer than eight samples, and instants beyond them", () => {
  const orbit = createOrbit(bundledElementSets[0]!);
  const fromMs = Math.ceil(orbit.elementSet.epochUs / 1000);
  const of = (count: number) =>
    createSampleMotion(sampleOrbit(orbit, fromMs, { stepMs: 1000, count }));
  assert.throws(() => of(7), {
    name: "RangeError",
    message: "Cannot make a motion of samples as there must be 8 or more: " +
      "current value is 7",
  });
  assert.throws(() => of(8).stateAt(fromMs - 1), RangeError);
  assert.throws(() => of(8).stateAt(fromMs + 7001), RangeError);
});
