import assert from "node:assert/strict";
import fc from "fast-check";
import type { ElementSet } from "../element_set.ts";
import { createSite, type Site } from "../look_angles.ts";
import { sunLight } from "../sun/sun_light.ts";
import { sunLook } from "../sun/sun_look.ts";
import { circular, geostationary } from "../testdata/shadow_orbits.ts";
import { createElementMotion } from "./element_motion.ts";
import type { Motion } from "./motion.ts";
import { shadowCrossings } from "./shadow_crossings.ts";
import { visibleInterval } from "./visible_interval.ts";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const fromMs = Date.UTC(2026, 2, 20, 12);
const low = motionOf(circular, 2);

function motionOf(set: ElementSet, days: number): Motion {
  return createElementMotion(set, { fromMs, toMs: fromMs + days * DAY_MS });
}

function siteAt(latitudeDeg: number, longitudeDeg: number): Site {
  return createSite({ latitudeDeg, longitudeDeg, altitudeM: 0 });
}

/** Visible, by the words of the definition. */
function isVisible(motion: Motion, site: Site, timeMs: number): boolean {
  return sunLook(site, timeMs).elevationDeg < -6 &&
    sunLight(motion.stateAt(timeMs).positionKm, timeMs) !== "umbra";
}

Deno.test("visibleInterval() is the first stretch that small steps find, to the millisecond", () => {
  const stepMs = 10_000;
  let found = 0;
  fc.assert(
    fc.property(
      fc.integer({ min: -90, max: 90 }),
      fc.integer({ min: -180, max: 180 }),
      fc.integer({ min: 0, max: 2 * DAY_MS / stepMs - 200 }),
      fc.integer({ min: 1, max: 200 }),
      (latitudeDeg, longitudeDeg, after, steps) => {
        const site = siteAt(latitudeDeg, longitudeDeg);
        const aosMs = fromMs + after * stepMs;
        const losMs = aosMs + steps * stepMs;
        const visible = visibleInterval([low], site, { aosMs, losMs });
        const looked = Array.from(
          { length: steps + 1 },
          (_, i) => aosMs + i * stepMs,
        ).filter((timeMs) => isVisible(low, site, timeMs));
        if (visible === null) {
          assert.deepEqual(looked, []);
          return;
        }
        found++;
        const { fromMs: first, toMs: last } = visible;
        // None before, all within, and just outside none.
        assert.ok(!looked.some((timeMs) => timeMs < first));
        for (let timeMs = first; timeMs < last; timeMs += stepMs) {
          assert.ok(isVisible(low, site, timeMs));
        }
        assert.ok(isVisible(low, site, last));
        assert.ok(first === aosMs || !isVisible(low, site, first - 1));
        assert.ok(last === losMs || !isVisible(low, site, last + 1));
      },
    ),
    { numRuns: 300 },
  );
  assert.ok(found > 20, `${found}`);
});

Deno.test("visibleInterval() goes on through the penumbra, to the last millisecond before the umbra", () => {
  const crossings = shadowCrossings([low], low);
  const enters = crossings.findIndex(({ enters }) => enters === "umbra");
  const { timeMs } = crossings[enters]!;
  // Midnight is under the shadow.
  const { x, y } = low.stateAt(timeMs).positionKm;
  const site = siteAt(0, Math.atan2(y, x) * 180 / Math.PI);
  const pass = { aosMs: timeMs - MINUTE_MS, losMs: timeMs + MINUTE_MS };
  assert.ok(crossings[enters - 1]!.timeMs > pass.aosMs);
  assert.deepEqual(visibleInterval([low], site, pass), {
    fromMs: pass.aosMs,
    toMs: timeMs - 1,
  });
  const inShadow = { aosMs: timeMs, losMs: timeMs + MINUTE_MS };
  assert.equal(visibleInterval([low], site, inShadow), null);
});

Deno.test("visibleInterval() knows no dark at the pole all summer, and dark all winter", () => {
  const motion = motionOf(geostationary, 180);
  const summer = {
    aosMs: Date.UTC(2026, 3, 15),
    losMs: Date.UTC(2026, 7, 25),
  };
  assert.equal(visibleInterval([motion], siteAt(90, 0), summer), null);
  assert.deepEqual(visibleInterval([motion], siteAt(-90, 0), summer), {
    fromMs: summer.aosMs,
    toMs: summer.losMs,
  });
});

Deno.test("visibleInterval() begins where the Sun comes below -6 degrees, also at a pole", () => {
  const motion = motionOf(geostationary, 30);
  const southPole = siteAt(-90, 0);
  const pass = { aosMs: fromMs, losMs: motion.toMs };
  const { fromMs: darkMs } = visibleInterval([motion], southPole, pass)!;
  assert.ok(isVisible(motion, southPole, darkMs));
  assert.ok(!isVisible(motion, southPole, darkMs - 1));
  // Some 16 days after the equinox, at 0.4 degrees a day.
  const days = (darkMs - fromMs) / DAY_MS;
  assert.ok(days > 14 && days < 17, `${days}`);
});

Deno.test("visibleInterval() gives the first night of a pass of days", () => {
  const motion = motionOf(geostationary, 3);
  const site = siteAt(40, 0);
  const pass = { aosMs: fromMs, losMs: motion.toMs };
  const { fromMs: first, toMs: last } = visibleInterval([motion], site, pass)!;
  assert.ok(last - first < DAY_MS / 2);
  assert.ok(first - fromMs < DAY_MS / 2);
});

Deno.test("visibleInterval() goes on from one motion to the next", () => {
  const site = siteAt(-90, 0);
  const motion = motionOf(geostationary, 60);
  const pass = { aosMs: fromMs + 30 * DAY_MS, losMs: motion.toMs };
  const meetMs = fromMs + 40 * DAY_MS;
  const parts = [{ ...motion, toMs: meetMs }, { ...motion, fromMs: meetMs }];
  assert.deepEqual(
    visibleInterval(parts, site, pass),
    visibleInterval([motion], site, pass),
  );
});
