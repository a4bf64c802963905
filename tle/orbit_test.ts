import assert from "node:assert/strict";
import fc from "fast-check";
import { bundledElementSets } from "./bundled_elements.ts";
import { createOrbit } from "./orbit.ts";
import { parseTle } from "./formats/parse_tle.ts";
import { PropagationError } from "./propagation_error.ts";
import { TERRA_LINE_1, TERRA_LINE_2 } from "./testdata/terra_tle.ts";

const DAY_MS = 86_400_000;
const terra = parseTle(TERRA_LINE_1, TERRA_LINE_2, "TERRA");
const epochMs = terra.epochUs / 1000;

/** TERRA as if it were a balloon: it comes down after three weeks. */
const balloon = { ...terra, name: null, bstar: 0.3 };

Deno.test("createOrbit() gives a velocity that is the change of position", () => {
  const orbit = createOrbit(terra);
  const before = orbit.temeAt(epochMs - 500).positionKm;
  const after = orbit.temeAt(epochMs + 500).positionKm;
  const { velocityKmS } = orbit.temeAt(epochMs);
  for (const axis of ["x", "y", "z"] as const) {
    assert.ok(Math.abs(after[axis] - before[axis] - velocityKmS[axis]) < 1e-4);
  }
});

Deno.test("createOrbit() counts from the epoch to the microsecond", () => {
  const orbit = createOrbit(terra);
  const later = createOrbit({ ...terra, epochUs: terra.epochUs + 400 });
  const a = orbit.temeAt(epochMs).positionKm;
  const b = later.temeAt(epochMs).positionKm;
  // 0.4 ms at 7.5 km/s.
  const offKm = Math.hypot(a.x - b.x, a.y - b.y, a.z - b.z);
  assert.ok(Math.abs(offKm - 0.0004 * 7.5) < 2e-5, `off by ${offKm} km`);
});

Deno.test("createOrbit() answers the same in whatever order it is asked", () => {
  for (const set of bundledElementSets) {
    const orbit = createOrbit(set);
    const timeMs = set.epochUs / 1000 + DAY_MS;
    const first = orbit.temeAt(timeMs);
    orbit.temeAt(timeMs - 9 * DAY_MS);
    assert.deepEqual(orbit.temeAt(timeMs), first);
    assert.deepEqual(createOrbit(set).temeAt(timeMs), first);
  }
});

Deno.test("createOrbit() gives positions over the Earth at any instant near the epoch", () => {
  const orbits = bundledElementSets.map(createOrbit);
  const anyDay = fc.double({ min: -30, max: 30, noNaN: true });
  fc.assert(fc.property(fc.constantFrom(...orbits), anyDay, (orbit, day) => {
    const { latitudeDeg, longitudeDeg, altitudeKm } = orbit.positionAt(
      epochMs + day * DAY_MS,
    );
    const { inclinationDeg } = orbit.elementSet;
    assert.ok(longitudeDeg >= -180 && longitudeDeg < 180);
    assert.ok(
      Math.abs(latitudeDeg) <=
        Math.min(inclinationDeg, 180 - inclinationDeg) + 0.3,
    );
    assert.ok(altitudeKm > 350 && altitudeKm < 750);
  }));
});

Deno.test("temeAt() throws for a satellite that has decayed, and says so", () => {
  const orbit = createOrbit(balloon);
  const timeMs = Date.UTC(2026, 8, 13, 15, 26, 1, 274);
  assert.throws(() => orbit.positionAt(timeMs), (error) => {
    assert.ok(error instanceof PropagationError && error instanceof RangeError);
    assert.equal(error.code, 6);
    assert.equal(error.noradId, 25994);
    assert.equal(error.timeMs, timeMs);
    assert.equal(
      error.message,
      "Cannot propagate 25994 to 2026-09-13T15:26:01.274Z as SGP4 must report no error: " +
        "current value is 6, the satellite has decayed",
    );
    return true;
  });
  // The failure leaves nothing behind.
  assert.deepEqual(orbit.temeAt(epochMs), createOrbit(balloon).temeAt(epochMs));
});

Deno.test("temeAt() gives no position for what decayed long ago, as SGP4 alone would", () => {
  const orbit = createOrbit(balloon);
  for (let day = 61; day < 2000; day++) {
    assert.throws(() => orbit.temeAt(epochMs + day * DAY_MS), PropagationError);
  }
});

Deno.test("temeAt() refuses instants that are none or a century away", () => {
  const orbit = createOrbit(terra);
  for (
    const timeMs of [NaN, Infinity, -Infinity, epochMs + 36_600 * DAY_MS, 1e300]
  ) {
    assert.throws(() => orbit.temeAt(timeMs), (error) => {
      assert.ok(error instanceof PropagationError && error.code === null);
      assert.match(
        error.message,
        /^Cannot propagate TERRA \(25994\) to .+ as it must be within 100 years/,
      );
      return true;
    });
  }
});

Deno.test("temeAt() throws rather than returning what is not finite", () => {
  const orbit = createOrbit({ ...terra, meanMotion: 1e200 });
  assert.throws(() => orbit.temeAt(epochMs), PropagationError);
});
