import assert from "node:assert/strict";
import { HOUR_MS } from "../../shared/projection/time_range.ts";
import { findBundled } from "../../tle/bundled_elements.ts";
import { createSite } from "../../tle/look_angles.ts";
import { createElementMotion } from "../../tle/passes/element_motion.ts";
import { findPasses } from "../../tle/passes/find_passes.ts";
import type { FoundPass } from "../../tle/passes/found_pass.ts";
import { compareLatest } from "./compare_latest.ts";

const terra = {
  ...findBundled("TERRA")!,
  ref: 1,
  id: "0123456789ab",
  source: "test",
  receivedMs: 0,
};
const epochMs = Math.floor(terra.epochUs / 1000);
const site = createSite({
  latitudeDeg: 55.75,
  longitudeDeg: 37.62,
  altitudeM: 0,
});
const where = { site, horizonDeg: 0 };

Deno.test("compareLatest() has nothing to say of a pass that is cut", () => {
  const motion = createElementMotion(terra, {
    fromMs: epochMs,
    toMs: epochMs + 24 * HOUR_MS,
  });
  const search = { ...motion, horizonDeg: 0 };
  const [pass] = [...findPasses([motion], site, search)]
    .filter((found) => found !== null);
  const satellite = { newest: terra };
  assert.equal(compareLatest(pass!, satellite, where)!.aos_s, 0);
  for (
    const cut of [{ start: true, end: false }, { start: false, end: true }]
  ) {
    assert.equal(compareLatest({ ...pass!, cut }, satellite, where), null);
  }
});

Deno.test("compareLatest() has nothing to say of a satellite that stands in the sky", () => {
  const standing = {
    ...terra,
    meanMotion: 1.0027379,
    eccentricity: 0.0001,
    inclinationDeg: 0.05,
    meanMotionDot: 0,
    bstar: 0,
  };
  const motion = createElementMotion(standing, {
    fromMs: epochMs,
    toMs: epochMs + 24 * HOUR_MS,
  });
  const below = motion.stateAt(epochMs).positionKm;
  const under = createSite({
    latitudeDeg: 0,
    longitudeDeg: Math.atan2(below.y, below.x) * 180 / Math.PI,
    altitudeM: 0,
  });
  // As the window has it, and highest when the other one may be, too.
  const passAt = (tcaMs: number): FoundPass => ({
    aosMs: epochMs,
    tcaMs,
    losMs: epochMs + 24 * HOUR_MS,
    maxElevationDeg: 89,
    cut: { start: false, end: false },
    motions: [motion],
  });
  for (let hour = -36; hour <= 60; hour += 6) {
    const compared = compareLatest(
      passAt(epochMs + hour * HOUR_MS),
      { newest: standing },
      { site: under, horizonDeg: 0 },
    );
    assert.equal(compared, null);
  }
});
