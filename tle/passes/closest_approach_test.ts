import assert from "node:assert/strict";
import { parseTle } from "../formats/parse_tle.ts";
import { createSite, lookAngles } from "../look_angles.ts";
import { TERRA_LINE_1, TERRA_LINE_2 } from "../testdata/terra_tle.ts";
import { closestApproach } from "./closest_approach.ts";
import { createElementMotion } from "./element_motion.ts";
import { findPasses } from "./find_passes.ts";

const terra = parseTle(TERRA_LINE_1, TERRA_LINE_2);
const moscow = createSite({
  latitudeDeg: 55.75,
  longitudeDeg: 37.62,
  altitudeM: 0,
});
const fromMs = Date.UTC(2026, 7, 21, 15);
const toMs = fromMs + 86_400_000;
const motion = createElementMotion(terra, {
  fromMs: fromMs - 3_600_000,
  toMs: toMs + 3_600_000,
});
const passes = [
  ...findPasses([motion], moscow, { fromMs, toMs, horizonDeg: 0 }),
].filter((pass) => pass !== null);

Deno.test("closestApproach() is the millisecond in which a satellite is nearest, close to TCA", () => {
  assert.ok(passes.length > 4);
  for (const pass of passes) {
    const { timeMs, rangeKm } = closestApproach([motion], moscow, pass);
    const rangeAt = (ms: number) =>
      lookAngles(moscow, motion.stateAt(ms)).rangeKm;
    assert.equal(rangeKm, rangeAt(timeMs));
    assert.ok(rangeKm < rangeAt(timeMs - 5) && rangeKm < rangeAt(timeMs + 5));
    assert.ok(Math.abs(timeMs - pass.tcaMs) < 2300);
  }
});

Deno.test("closestApproach() is an end of the pass, where it only comes nearer or goes away", () => {
  const { aosMs, tcaMs, losMs } = passes[0]!;
  const before = { aosMs, losMs: tcaMs - 60_000 };
  assert.equal(closestApproach([motion], moscow, before).timeMs, before.losMs);
  const after = { aosMs: tcaMs + 60_000, losMs };
  assert.equal(closestApproach([motion], moscow, after).timeMs, after.aosMs);
});
