import assert from "node:assert/strict";
import { bundledElementSets, findBundled } from "../bundled_elements.ts";
import type { ElementSet } from "../element_set.ts";
import { countRevolutions } from "../nodes/count_revolutions.ts";
import { findOrbitNodes } from "../nodes/find_orbit_nodes.ts";
import { revolutionAt } from "../nodes/revolution_at.ts";
import { createOrbit } from "../orbit.ts";
import { ecefStateAt } from "../testdata/ecef_state_at.ts";
import { argumentOfLatitude } from "./argument_of_latitude.ts";
import {
  countAtEpoch,
  observedRevolution,
  revolutionOfPass,
} from "./revolution_of_pass.ts";

const DAY_MS = 86_400_000;
const terra = findBundled("TERRA")!;

/** Perigee high in the south, and at the equator. */
const eccentric = [270, 0, 40].map((argumentOfPericenterDeg): ElementSet => ({
  ...terra,
  meanMotion: 2.3,
  eccentricity: 0.72,
  inclinationDeg: 63.4,
  argumentOfPericenterDeg,
  meanMotionDot: 0,
  bstar: 0,
}));

Deno.test("the revolution of a pass is that of the crossing before it, all the way round", () => {
  for (const set of [...bundledElementSets, ...eccentric]) {
    const counts = countRevolutions([set], 0);
    const orbit = createOrbit(set);
    const epochMs = Math.round(set.epochUs / 1000);
    const numbered = findOrbitNodes(orbit, {
      fromMs: epochMs - 3 * DAY_MS,
      toMs: epochMs + 3 * DAY_MS,
    }).map((node) => ({
      ...node,
      revolution: revolutionAt(node, [set], counts)!,
    }));
    for (const [index, { timeMs, revolution }] of numbered.entries()) {
      const next = numbered[index + 1];
      if (next === undefined) break;
      for (const part of [0.001, 0.25, 0.5, 0.75, 0.999]) {
        const atMs = Math.round(timeMs + part * (next.timeMs - timeMs));
        const state = ecefStateAt(orbit, atMs);
        const argument = argumentOfLatitude(state, atMs, set);
        const at = { timeMs: atMs, argument };
        assert.equal(revolutionOfPass(set, counts[0]!, at), revolution);
      }
    }
  }
});

Deno.test("countAtEpoch() tells the same count from any crossing", () => {
  for (const set of [...bundledElementSets, ...eccentric]) {
    const counts = countRevolutions([set], 0);
    const epochMs = set.epochUs / 1000;
    const nodes = findOrbitNodes(createOrbit(set), {
      fromMs: epochMs - 5 * DAY_MS,
      toMs: epochMs + 5 * DAY_MS,
    });
    for (const node of nodes) {
      const revolution = revolutionAt(node, [set], counts)!;
      const count = countAtEpoch(set, { ...node, revolution });
      assert.ok(Math.abs(count - counts[0]!) < 1e-9, `${count} ${counts[0]}`);
    }
  }
});

Deno.test("the number by which passes are told apart changes where the satellite is farthest away", () => {
  const numbers = (latitudeDeg: number) =>
    [0, 0.2, 0.3, 0.7, 0.8].map((argument) =>
      observedRevolution(7, argument, latitudeDeg)
    );
  assert.deepEqual(numbers(55), [7, 7, 7, 7, 8]);
  assert.deepEqual(numbers(0), [7, 7, 7, 7, 8]);
  assert.deepEqual(numbers(-55), [7, 7, 8, 8, 8]);
});

Deno.test("revolutionOfPass() tells no number that is none", () => {
  for (const meanMotion of [1e25, 1e300, Number.MIN_VALUE]) {
    const timeMs = terra.epochUs / 1000 + DAY_MS;
    const set = { ...terra, meanMotion };
    const revolution = revolutionOfPass(set, 0, { timeMs, argument: 0.1 });
    assert.ok(revolution === null || Number.isSafeInteger(revolution));
  }
});
