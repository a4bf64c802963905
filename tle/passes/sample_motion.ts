import {
  interpolateEcef,
  type PositionSamples,
  sampleEcefKm,
} from "../interpolate_position.ts";
import type { Vector3 } from "../vector3.ts";
import type { Motion } from "./motion.ts";

/** Fewer samples make a curve of another degree than all others. */
const LEAST_SAMPLES = 8;
/** Speeds are looked at so far apart: in between, no orbit changes its own. */
const CHORD_MS = 60_000;
/** What an arc of up to 40 degrees is longer than its chord. */
const MARGIN = 1.02;
/** So many samples are kept Earth-fixed: what one search looks at over and over. */
const KEPT = 64;

/**
 * Returns the motion between recorded samples: those of one element set, without
 * gaps, eight or more.
 *
 * @throws {RangeError} If there are fewer than eight.
 */
export function createSampleMotion(samples: PositionSamples): Motion {
  const { timeMs: times } = samples;
  const count = times.length;
  if (count < LEAST_SAMPLES) {
    throw new RangeError(
      `Cannot make a motion of samples as there must be ${LEAST_SAMPLES} or ` +
        `more: current value is ${count}`,
    );
  }
  const keptIndex = new Int32Array(KEPT).fill(-1);
  const kept: Vector3[] = [];
  const ecefKmAt = (index: number) => {
    const slot = index % KEPT;
    if (keptIndex[slot] !== index) {
      keptIndex[slot] = index;
      kept[slot] = sampleEcefKm(samples, index);
    }
    return kept[slot]!;
  };
  return {
    fromMs: times[0]!,
    toMs: times[count - 1]!,
    mostKmS: mostChordKmS(samples) * MARGIN,
    stateAt: (timeMs) => interpolateEcef(times, ecefKmAt, timeMs),
  };
}

/** The most that a satellite went straight from sample to sample, a second. */
function mostChordKmS(samples: PositionSamples): number {
  const { timeMs: times } = samples;
  const last = times.length - 1;
  let most = 0;
  let startMs = times[0]!;
  let start = sampleEcefKm(samples, 0);
  for (let index = 1; index <= last; index++) {
    const spanMs = times[index]! - startMs;
    if (spanMs < CHORD_MS && index < last) continue;
    const end = sampleEcefKm(samples, index);
    const wayKm = Math.hypot(end.x - start.x, end.y - start.y, end.z - start.z);
    most = Math.max(most, 1000 * wayKm / spanMs);
    startMs += spanMs;
    start = end;
  }
  return most;
}
