import assert from "node:assert/strict";
import fc from "fast-check";
import type { ElementSet } from "../element_set.ts";
import { parseTle } from "../formats/parse_tle.ts";
import { createSite } from "../look_angles.ts";
import { type SunLight, sunLight } from "../sun/sun_light.ts";
import reference from "../testdata/shadow_crossings.json" with { type: "json" };
import {
  circular,
  geostationary,
  highlyElliptical,
} from "../testdata/shadow_orbits.ts";
import { createElementMotion } from "./element_motion.ts";
import { findPasses } from "./find_passes.ts";
import type { Motion } from "./motion.ts";
import { shadowCrossings } from "./shadow_crossings.ts";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const fromMs = Date.UTC(2026, 2, 20, 12);

/** The most that an edge may be off. */
const BOUNDS_MS: Record<string, number> = {
  // The Sun's 3 arcsec are 0.6 km out there, at 3 km a second,
  "geostationary, September": 200,
  // and along the edge more.
  "geostationary, grazing": 1000,
};

function motionOf(set: ElementSet, days: number): Motion {
  return createElementMotion(set, {
    fromMs,
    toMs: fromMs + Math.round(days * DAY_MS),
  });
}

function lightOf(motion: Motion, timeMs: number): SunLight {
  return sunLight(motion.stateAt(timeMs).positionKm, timeMs);
}

Deno.test("shadowCrossings() agrees with another computation of the same cones", () => {
  for (const { name, tle1, tle2, crossings, ...span } of reference.satellites) {
    const range = { fromMs: Date.parse(span.from), toMs: Date.parse(span.to) };
    const motion = createElementMotion(parseTle(tle1, tle2), range);
    const found = shadowCrossings([motion], range);
    assert.deepEqual(
      found.map(({ enters }) => enters),
      crossings.map(([, enters]) => enters),
    );
    const offMs = found.map(({ timeMs }, i) =>
      Math.abs(timeMs - Date.parse(crossings[i]![0]!))
    );
    const mostMs = Math.max(...offMs);
    assert.ok(mostMs <= (BOUNDS_MS[name] ?? 100), `${name}: ${mostMs} ms`);
  }
});

Deno.test("shadowCrossings() agrees with skyfield's is_sunlit within 12 s, umbra and penumbra", () => {
  let count = 0;
  for (const { tle1, tle2, isSunlit = [], ...span } of reference.satellites) {
    const range = { fromMs: Date.parse(span.from), toMs: Date.parse(span.to) };
    const motion = createElementMotion(parseTle(tle1, tle2), range);
    const found = shadowCrossings([motion], range);
    for (const [time, isLit] of isSunlit) {
      const near = found.filter(({ timeMs }) =>
        Math.abs(timeMs - Date.parse(time as string)) < 12_000
      );
      assert.deepEqual(
        near.map(({ enters }) => enters),
        ["penumbra", isLit ? "sunlit" : "umbra"],
      );
      count++;
    }
  }
  assert.equal(count, 59);
});

Deno.test("shadowCrossings() misses nothing that small steps find, on any orbit", () => {
  const anyOrbit = fc.record({
    meanMotion: fc.double({ min: 0.9, max: 15.5, noNaN: true }),
    perigeeKm: fc.double({ min: 6700, max: 8000, noNaN: true }),
    // At 180 degrees SGP4's velocity is off by 20 m a second.
    inclinationDeg: fc.double({ min: 0.01, max: 179, noNaN: true }),
    rightAscensionDeg: fc.double({ min: 0, max: 360, noNaN: true }),
    argumentOfPericenterDeg: fc.double({ min: 0, max: 360, noNaN: true }),
    meanAnomalyDeg: fc.double({ min: 0, max: 360, noNaN: true }),
  });
  fc.assert(
    fc.property(anyOrbit, ({ perigeeKm, ...elements }) => {
      const axisKm = 42_241 / elements.meanMotion ** (2 / 3);
      const eccentricity = Math.max(0, 1 - perigeeKm / axisKm);
      const revolutionMs = Math.round(DAY_MS / elements.meanMotion);
      const motion = createElementMotion(
        { ...circular, ...elements, eccentricity },
        { fromMs, toMs: fromMs + 2 * revolutionMs },
      );
      const found = shadowCrossings([motion], motion);
      for (const { timeMs, enters } of found) {
        assert.equal(lightOf(motion, timeMs), enters);
        assert.notEqual(lightOf(motion, timeMs - 1), enters);
      }
      let light = lightOf(motion, fromMs);
      let next = 0;
      const stepMs = Math.round(revolutionMs / 2000);
      for (let timeMs = fromMs; timeMs <= motion.toMs; timeMs += stepMs) {
        while (next < found.length && found[next]!.timeMs <= timeMs) {
          // There is a penumbra between light and night.
          assert.ok([light, found[next]!.enters].includes("penumbra"));
          light = found[next++]!.enters;
        }
        assert.equal(lightOf(motion, timeMs), light);
      }
    }),
    { numRuns: 30 },
  );
});

Deno.test("shadowCrossings() finds a penumbra of an instant", () => {
  const crossingsAt = (rightAscensionDeg: number) => {
    const set = { ...circular, meanMotion: 12, rightAscensionDeg };
    const motion = motionOf(set, 1 / 12);
    return shadowCrossings([motion], motion);
  };
  // The plane is turned until the shadow is only just touched.
  let [touching, clear] = [0, 90];
  for (let i = 0; i < 50; i++) {
    const middle = (touching + clear) / 2;
    if (crossingsAt(middle).length > 0) touching = middle;
    else clear = middle;
  }
  const [enters, leaves, ...more] = crossingsAt(touching);
  assert.deepEqual([enters!.enters, leaves!.enters, more], [
    "penumbra",
    "sunlit",
    [],
  ]);
  const lastsMs = leaves!.timeMs - enters!.timeMs;
  assert.ok(lastsMs <= 20, `${lastsMs} ms`);
});

Deno.test("shadowCrossings() has a geostationary satellite's seasons: 70 minutes at the equinox, none at the solstice", () => {
  const motion = motionOf(geostationary, 365);
  const found = shadowCrossings([motion], motion);
  const umbras = found.flatMap(({ timeMs, enters }, i) =>
    enters === "umbra"
      ? [{ timeMs, minutes: (found[i + 1]!.timeMs - timeMs) / MINUTE_MS }]
      : []
  );
  const longest = Math.max(...umbras.map(({ minutes }) => minutes));
  assert.ok(longest > 67 && longest < 70, `${longest}`);
  const days = (from: number, to: number) =>
    umbras.filter(({ timeMs }) => timeMs >= from && timeMs < to).length;
  // About 22 days on either side of the equinox.
  assert.equal(days(Date.UTC(2026, 3, 15), Date.UTC(2026, 7, 29)), 0);
  assert.equal(days(Date.UTC(2026, 9, 18), Date.UTC(2027, 1, 25)), 0);
  const autumn = days(Date.UTC(2026, 7, 29), Date.UTC(2026, 9, 18));
  assert.ok(autumn >= 42 && autumn <= 46, `${autumn}`);
});

Deno.test("shadowCrossings() finds none over dusk and dawn, nor where all of a pass is in shadow", () => {
  const dusk = { ...circular, meanMotion: 12.5, rightAscensionDeg: 90 };
  const always = motionOf(dusk, 3);
  assert.deepEqual(shadowCrossings([always], always), []);
  assert.equal(lightOf(always, fromMs), "sunlit");

  const motion = motionOf(circular, 1);
  const found = shadowCrossings([motion], motion);
  const dark = found.findIndex(({ enters }) => enters === "umbra");
  const pass = {
    fromMs: found[dark]!.timeMs,
    toMs: found[dark + 1]!.timeMs - 1,
  };
  assert.deepEqual(shadowCrossings([motion], pass), []);
  assert.equal(lightOf(motion, pass.fromMs), "umbra");
});

Deno.test("shadowCrossings() counts a change at the end of a range, and not one at its beginning", () => {
  const motion = motionOf(circular, 1);
  const found = shadowCrossings([motion], motion);
  assert.ok(found.length > 40);
  const [first, second] = found as [typeof found[0], typeof found[0]];
  const inRange = (fromMs: number, toMs: number) =>
    shadowCrossings([motion], { fromMs, toMs });
  assert.deepEqual(inRange(first.timeMs, second.timeMs), [second]);
  assert.deepEqual(inRange(first.timeMs, second.timeMs - 1), []);
  assert.deepEqual(inRange(first.timeMs - 1, second.timeMs), [first, second]);
  // Ranges that meet tell each change once.
  const cuts = [fromMs, first.timeMs, second.timeMs + 5, motion.toMs];
  assert.deepEqual(
    cuts.slice(1).flatMap((cut, i) => inRange(cuts[i]!, cut)),
    found,
  );
});

Deno.test("shadowCrossings() finds several in one pass of a highly elliptical orbit", () => {
  const motion = motionOf(highlyElliptical, 2);
  const site = createSite({ latitudeDeg: 0, longitudeDeg: 90, altitudeM: 0 });
  const passes = [
    ...findPasses([motion], site, { ...motion, horizonDeg: 0 }),
  ].filter((pass) => pass !== null);
  const counts = passes.map(({ aosMs, losMs }) =>
    shadowCrossings([motion], { fromMs: aosMs, toMs: losMs }).length
  );
  assert.ok(Math.max(...counts) >= 4, `${counts}`);
});

Deno.test("shadowCrossings() goes on from one motion to the next, and over a gap", () => {
  const whole = motionOf(circular, 1);
  const found = shadowCrossings([whole], whole);
  const part = (fromMs: number, toMs: number) => ({
    ...whole,
    fromMs,
    toMs,
  });
  const [first] = found as [typeof found[0]];
  for (const meetMs of [first.timeMs - 1, first.timeMs, fromMs + 1234]) {
    const parts = [part(fromMs, meetMs), part(meetMs, whole.toMs)];
    assert.deepEqual(shadowCrossings(parts, whole), found);
  }
  // Where two hold, the earlier counts.
  const twice = [part(fromMs, fromMs + DAY_MS / 2), whole];
  assert.deepEqual(shadowCrossings(twice, whole), found);
  // What happens within a gap is told of when the satellite is seen again.
  const knownMs = first.timeMs + 1000;
  const apart = [
    part(fromMs, first.timeMs - 1000),
    part(knownMs, whole.toMs),
  ];
  assert.deepEqual(shadowCrossings(apart, whole), [
    { ...first, timeMs: knownMs },
    ...found.slice(1),
  ]);
});
