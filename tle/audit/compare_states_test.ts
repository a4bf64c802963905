import assert from "node:assert/strict";
import { compareStates } from "./compare_states.ts";

/** A circular orbit over the poles: 1 km/s faster or slower does not matter. */
const RADIUS_KM = 7_000;
const SPEED_KM_S = 7.5;
const truth = {
  positionKm: { x: RADIUS_KM, y: 0, z: 0 },
  velocityKmS: { x: 0, y: 0, z: SPEED_KM_S },
};

function near(actual: number, expected: number) {
  assert.ok(Math.abs(actual - expected) < 1e-9, `${actual}, ${expected}`);
}

/** A position at an angle ahead on a circle in the orbit's plane. */
function ahead(angle: number, radiusKm = RADIUS_KM) {
  return {
    x: radiusKm * Math.cos(angle),
    y: 0,
    z: radiusKm * Math.sin(angle),
  };
}

Deno.test("compareStates() tells what was put too high, too far ahead, and beside the orbit", () => {
  const difference = compareStates(truth, { x: RADIUS_KM + 2, y: 3, z: 0 });
  near(difference.radialKm, 2);
  near(difference.alongTrackKm, 0);
  // Its normal points to the west: x times z is minus y.
  near(difference.crossTrackKm, -3);
  near(difference.laterS, 0);
});

Deno.test("compareStates() says that a satellite comes later where it was put too far ahead", () => {
  const late = compareStates(truth, ahead(15 / RADIUS_KM));
  near(late.alongTrackKm, 15);
  near(late.laterS, 2);
  near(compareStates(truth, ahead(-15 / RADIUS_KM)).laterS, -2);
});

Deno.test("compareStates() measures along the arc, thousands of kilometres of it", () => {
  for (const angle of [-3, -1.6, 1, 2, 3.1]) {
    const difference = compareStates(truth, ahead(angle, RADIUS_KM + 1));
    near(difference.alongTrackKm, angle * RADIUS_KM);
    near(difference.laterS, angle * RADIUS_KM / SPEED_KM_S);
    near(difference.radialKm, 1);
  }
});

Deno.test("compareStates() counts seconds by how fast the satellite goes round, not by its speed", () => {
  // Climbing: the radial part of the velocity takes it nowhere along the arc.
  const climbing = {
    positionKm: truth.positionKm,
    velocityKmS: { x: 4, y: 0, z: SPEED_KM_S },
  };
  near(compareStates(climbing, ahead(15 / RADIUS_KM)).laterS, 2);
});
