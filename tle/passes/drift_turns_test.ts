import assert from "node:assert/strict";
import { findBundled } from "../bundled_elements.ts";
import type { ElementSet } from "../element_set.ts";
import { createSite } from "../look_angles.ts";
import { createOrbit } from "../orbit.ts";
import { siderealTimeRad } from "../sidereal_time.ts";
import { ecefStateAt } from "../testdata/ecef_state_at.ts";
import { driftTurns } from "./drift_turns.ts";
import { staysUp } from "./stays_up.ts";

const DAY_MS = 86_400_000;
const terra = findBundled("TERRA")!;
const EPOCH_MS = terra.epochUs / 1000;

/** A geostationary set that is over a longitude, some days later. */
function over(
  longitudeDeg: number,
  days: number,
  change: Partial<ElementSet> = {},
): ElementSet {
  const epochUs = terra.epochUs + days * DAY_MS * 1000;
  const rightAscension = longitudeDeg +
    siderealTimeRad(epochUs / 1000) * 180 / Math.PI;
  // The node of so flat an orbit jumps about.
  const node = days * 77 % 360;
  return {
    ...terra,
    epochUs,
    meanMotion: 1.00273,
    eccentricity: 0.0003,
    inclinationDeg: 0.04,
    rightAscensionDeg: node,
    argumentOfPericenterDeg: 20,
    meanAnomalyDeg: (((rightAscension - node - 20) % 360) + 360) % 360,
    bstar: 0,
    meanMotionDot: 0,
    ...change,
  };
}

function turnsAt(
  anchor: ElementSet,
  set: ElementSet,
  days: number,
  meridianDeg: number,
) {
  const timeMs = EPOCH_MS + days * DAY_MS;
  const state = ecefStateAt(createOrbit(set), timeMs);
  return driftTurns({ anchor, set }, { timeMs, state }, meridianDeg);
}

Deno.test("driftTurns() of a satellite that is kept at its place is 0, on whatever day and by whatever set", () => {
  for (const longitudeDeg of [75, 179.95, -179.95, -30]) {
    const anchor = over(longitudeDeg, 0);
    for (const days of [-400, 1, 9.3, 100, 3000]) {
      const wander = days % 2 === 0 ? 0.08 : -0.08;
      const set = over(longitudeDeg + wander, days);
      const near = longitudeDeg > 0 ? [60, 140] : [-60, -140];
      const told = near.map((deg) => turnsAt(anchor, set, days + 0.4, deg));
      assert.equal(new Set(told).size, 1, `${longitudeDeg}: ${told}`);
      assert.equal(told[0], 0);
    }
  }
});

Deno.test("driftTurns() counts on where a satellite drifts, beyond the observer's horizon", () => {
  // Once round in 90 days.
  const drifting = over(0, 0, { meanMotion: 1.00273 + 1 / 90 });
  const turns = Array.from(
    { length: 200 },
    (_, day) => turnsAt(drifting, drifting, day, 0)!,
  );
  const changes = turns.flatMap((t, day) => t === turns[day - 1] ? [] : [day]);
  assert.equal(changes.length, 3);
  assert.ok(Math.abs(changes[1]! - 45) < 2, `${changes}`);
  assert.deepEqual(changes.map((day) => turns[day]), [0, 1, 2]);
});

Deno.test("driftTurns() tells nothing where the rates leave it open", () => {
  const anchor = over(0, 0, { meanMotion: 1.02 });
  assert.equal(turnsAt(anchor, over(20, 60), 60, 0), null);
});

Deno.test("staysUp() tells who does not set within a revolution", () => {
  const at = { timeMs: EPOCH_MS, aboveDeg: 0 };
  const site = (latitudeDeg: number, longitudeDeg: number) =>
    createSite({ latitudeDeg, longitudeDeg, altitudeM: 0 });
  const set = over(30, 0);
  assert.ok(staysUp(set, site(55.75, 37.62), at));
  assert.ok(!staysUp(set, site(55.75, -140), at));
  assert.ok(!staysUp(set, site(55.75, 37.62), { ...at, aboveDeg: 40 }));
  assert.ok(!staysUp(terra, site(90, 0), at));
  const inclined = { ...set, inclinationDeg: 63 };
  assert.ok(!staysUp(inclined, site(55.75, 37.62), at));
});
