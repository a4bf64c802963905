import assert from "node:assert/strict";
import { ecefFromTeme } from "../ecef_from_teme.ts";
import type { ElementSet } from "../element_set.ts";
import { parseTle } from "../formats/parse_tle.ts";
import { createOrbit } from "../orbit.ts";
import { PropagationError } from "../propagation_error.ts";
import { difference, lengthOf } from "../testdata/distance.ts";
import { readSharedData, sharedDataTest } from "../testdata/shared_data.ts";
import { TERRA_LINE_1, TERRA_LINE_2 } from "../testdata/terra_tle.ts";
import { createElementMotion } from "./element_motion.ts";
import { madeUpSets, readCatalogue } from "./testdata/pass_orbits.ts";

const DAY_MS = 86_400_000;
const terra = parseTle(TERRA_LINE_1, TERRA_LINE_2);
/** Sinks by some kilometres a day, and is down within weeks. */
const sinking: ElementSet = {
  ...terra,
  name: null,
  meanMotion: 16.2,
  bstar: 1e-3,
};

const epochMsOf = ({ epochUs }: ElementSet) => Math.round(epochUs / 1000);

Deno.test("createElementMotion() is where the orbit is, and its velocity is how that changes", () => {
  for (const set of madeUpSets) {
    const fromMs = epochMsOf(set) - DAY_MS;
    const orbit = createOrbit(set);
    const motion = createElementMotion(set, {
      fromMs,
      toMs: fromMs + 3 * DAY_MS,
    });
    assert.equal(motion.elementSet, set);
    const at = (timeMs: number) =>
      ecefFromTeme(orbit.temeAt(timeMs).positionKm, timeMs);
    for (let timeMs = fromMs; timeMs < motion.toMs; timeMs += 9_999_991) {
      const { positionKm, velocityKmS } = motion.stateAt(timeMs);
      assert.deepEqual(positionKm, at(timeMs));
      const perS = difference(at(timeMs + 500), at(timeMs - 500));
      const offKmS = lengthOf(difference(velocityKmS, perS));
      assert.ok(offKmS < 2e-4, `${set.noradId}: ${offKmS} km/s`);
      assert.ok(lengthOf(velocityKmS) <= motion.mostKmS);
    }
  }
});

sharedDataTest(
  "createElementMotion() is never faster than it says, nor says much more than it is: a catalogue, a month on",
  () => {
    const { low, other } = readCatalogue();
    for (
      const set of [
        ...low.filter((_, i) => i % 200 === 0),
        ...other.filter((_, i) => i % 20 === 0),
      ]
    ) {
      const fromMs = epochMsOf(set);
      const { mostKmS, stateAt, toMs } = createElementMotion(set, {
        fromMs,
        toMs: fromMs + 30 * DAY_MS,
      });
      let fastest = 0;
      for (const day of [0, 10, 29]) {
        for (let i = 0; i < 50; i++) {
          const turnMs = i / 50 / set.meanMotion * DAY_MS;
          const timeMs = Math.round(fromMs + day * DAY_MS + turnMs);
          if (timeMs > toMs) break;
          const kmS = lengthOf(stateAt(timeMs).velocityKmS);
          fastest = Math.max(fastest, kmS);
        }
      }
      assert.ok(fastest <= mostKmS, `${set.noradId}: ${fastest} of ${mostKmS}`);
      // But for those that nearly stand still.
      const isMoving = fastest > 3;
      assert.ok(!isMoving || mostKmS < 1.1 * fastest, `${set.noradId}`);
    }
  },
);

Deno.test("createElementMotion() ends where a satellite comes down", () => {
  const epochMs = epochMsOf(sinking);
  const range = { fromMs: epochMs, toMs: epochMs + 60 * DAY_MS };
  const { fromMs, toMs, stateAt } = createElementMotion(sinking, range);
  assert.equal(fromMs, epochMs);
  assert.ok(toMs > epochMs + DAY_MS && toMs < epochMs + 50 * DAY_MS);
  const radiusKm = lengthOf(stateAt(toMs).positionKm);
  assert.ok(radiusKm > 6378 + 40 && radiusKm < 6378 + 100, `${radiusKm} km`);
  assert.throws(() => stateAt(toMs + 1), RangeError);
  // The same end, whatever is asked for.
  for (const beyondMs of [1, 1000, 1e6, 3e6, 5e6, 1e7, 2e7, 432e6]) {
    const asked = { fromMs: toMs - 1000, toMs: toMs + beyondMs };
    assert.equal(createElementMotion(sinking, asked).toMs, toMs);
  }
});

Deno.test("createElementMotion() refuses a range in which there is no orbit, also long after", () => {
  const epochMs = epochMsOf(sinking);
  for (const days of [60, 300, 3000, 40_000]) {
    const fromMs = epochMs + days * DAY_MS;
    assert.throws(
      () => createElementMotion(sinking, { fromMs, toMs: fromMs + DAY_MS }),
      PropagationError,
      `${days} days on`,
    );
  }
  const under = { ...terra, meanMotion: 4, eccentricity: 0.65 };
  assert.throws(
    () =>
      createElementMotion(under, { fromMs: epochMs, toMs: epochMs + DAY_MS }),
    {
      name: "PropagationError",
      message: /as its perigee must be 50 km or more above the Earth: current/,
    },
  );
});

sharedDataTest(
  "createElementMotion() tells of real satellites that they are down",
  () => {
    const cases = readSharedData("reference/malformed_elements.jsonl").trim()
      .split("\n").map((json) => JSON.parse(json));
    for (const name of ["decays-in-propagation", "reentry"]) {
      const { lines } = cases.find((one) => one.case === name);
      const set = parseTle(lines[0], lines[1]);
      const epochMs = epochMsOf(set);
      const week = (days: number) => ({
        fromMs: epochMs + days * DAY_MS,
        toMs: epochMs + (days + 7) * DAY_MS,
      });
      assert.ok(createElementMotion(set, week(0)).toMs > epochMs);
      assert.throws(
        () => createElementMotion(set, week(265)),
        PropagationError,
      );
    }
  },
);
