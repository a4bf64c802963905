import assert from "node:assert/strict";
import { createOrbit } from "./orbit.ts";
import { parseTle } from "./formats/parse_tle.ts";
import { PropagationError } from "./propagation_error.ts";
import { readSharedData, sharedDataTest } from "./testdata/shared_data.ts";
import { withChecksum } from "./testdata/terra_tle.ts";

/** One of Vallado's cases (AIAA 2006-6753, revision of 2006-08-14 and later). */
interface Case {
  noradId: number;
  line1: string;
  line2: string;
  /** The minutes of its first and last instant, and of the step between. */
  stepMinutes: number;
  stopMinutes: number;
  /** Minutes, TEME position in km, TEME velocity in km/s. */
  expected: number[][];
}

function readCases(): Case[] {
  const lines = readSharedData("sgp4-verification/SGP4-VER.TLE").split(/\r?\n/)
    .filter((line) => /^[12] /.test(line));
  const blocks = readSharedData("sgp4-verification/tcppver.out").split(
    /^\d+ xx$/m,
  ).slice(1);
  return blocks.map((block, index) => {
    const [line1, line2] = [lines[2 * index]!, lines[2 * index + 1]!];
    // The run's start, stop and step stand behind line 2.
    const [, stop, step] = line2.slice(69).trim().split(/\s+/).map(Number);
    const rows = block.trim().split("\n");
    return {
      noradId: Number(line1.slice(2, 7)),
      // Lines edited by hand to provoke errors have kept their old checksums.
      line1: withChecksum(line1),
      line2: withChecksum(line2),
      stepMinutes: step!,
      stopMinutes: stop!,
      expected: rows.map((row) =>
        row.trim().split(/\s+/).slice(0, 7).map(Number)
      ),
    };
  });
}

function orbitOf({ line1, line2 }: Case) {
  const orbit = createOrbit(parseTle(line1, line2));
  const epochMs = orbit.elementSet.epochUs / 1000;
  return (minutes: number) => orbit.temeAt(epochMs + minutes * 60_000);
}

/**
 * Near the Earth to the last digit printed; in deep space the epoch's rounding
 * to a millisecond shows, most for WIND, which is 240,000 km away.
 */
function boundKm({ noradId, line2 }: Case): number {
  const isNearEarth = 1440 / Number(line2.slice(52, 63)) < 225;
  if (isNearEarth) return 1e-8;
  return noradId === 23333 ? 4e-5 : 5e-6;
}

sharedDataTest("temeAt() agrees with Vallado's SGP4 verification cases", () => {
  const cases = readCases().filter(({ noradId }) => noradId !== 33334);
  assert.equal(cases.length, 32);
  let instants = 0;
  for (const one of cases) {
    const temeAt = orbitOf(one);
    for (const [minutes, x, y, z, vx, vy, vz] of one.expected) {
      instants++;
      const { positionKm: r, velocityKmS: v } = temeAt(minutes!);
      const offKm = Math.hypot(r.x - x!, r.y - y!, r.z - z!);
      const offKmS = Math.hypot(v.x - vx!, v.y - vy!, v.z - vz!);
      assert.ok(
        offKm < boundKm(one),
        `${one.noradId} at ${minutes} min: ${offKm} km`,
      );
      assert.ok(
        offKmS < 2e-8,
        `${one.noradId} at ${minutes} min: ${offKmS} km/s`,
      );
    }
  }
  assert.equal(instants, 666);
});

sharedDataTest(
  "temeAt() fails where Vallado's cases do, with the same error",
  () => {
    const failures: Record<string, number> = {};
    for (const one of readCases()) {
      const last = one.expected.at(-1)![0]!;
      const next = last + one.stepMinutes;
      // A case whose output ends before its run does has failed at the next step.
      if (next > one.stopMinutes) continue;
      const temeAt = orbitOf(one);
      assert.throws(() => temeAt(next), (error) => {
        assert.ok(error instanceof PropagationError);
        failures[`${one.noradId} at ${next} min`] = error.code!;
        return true;
      });
    }
    assert.deepEqual(failures, {
      "22312 at 494.2028672 min": 1,
      "28350 at 1560 min": 1,
      "28872 at 55 min": 6,
      "29141 at 440 min": 6,
      "33333 at 25 min": 4,
      "33334 at 1 min": 3,
      "20413 at 1844345 min": 6,
    });
  },
);
