import type { EcefState } from "./ecef_state.ts";
import { firstIndex } from "./first_index.ts";
import { ecefFromGeodetic } from "./geodetic.ts";
import type { Vector3 } from "./vector3.ts";

/**
 * So many samples, four on either side, have no better rival: fewer need
 * samples closer together, more take in more of their rounding.
 */
const POINTS = 8;

/**
 * Samples of one satellite, earliest first, no two at one time: geodetic on
 * WGS84, as they are recorded. Across a change of element set the curve makes a
 * step, so give those of one set alone; and no thinned ones.
 */
export interface PositionSamples {
  /** Milliseconds since 1970, UTC. */
  readonly timeMs: ArrayLike<number>;
  readonly latitudeDeg: ArrayLike<number>;
  readonly longitudeDeg: ArrayLike<number>;
  readonly altitudeKm: ArrayLike<number>;
}

/**
 * Returns where a satellite was between its samples: by the polynomial through
 * the nearest eight of them (through all, where there are fewer), in Earth-fixed
 * coordinates, which know neither poles nor a date line.
 *
 * Of samples that lie as close as `SAMPLING_STEP_MS` says, what is off by most is
 * their rounding to 1e-6 degrees: 0.1 m in low orbit, 0.6 m in geostationary.
 *
 * @throws {RangeError} If the instant is not within the samples.
 */
export function interpolatePosition(
  samples: PositionSamples,
  timeMs: number,
): EcefState {
  return interpolateEcef(
    samples.timeMs,
    (index) => sampleEcefKm(samples, index),
    timeMs,
  );
}

/** Returns where a sample is, Earth-fixed. */
export function sampleEcefKm(samples: PositionSamples, index: number): Vector3 {
  return ecefFromGeodetic({
    latitudeDeg: samples.latitudeDeg[index]!,
    longitudeDeg: samples.longitudeDeg[index]!,
    altitudeKm: samples.altitudeKm[index]!,
  });
}

/**
 * The same of samples that somebody else makes Earth-fixed, and may keep so.
 *
 * @throws {RangeError} If the instant is not within the samples.
 */
export function interpolateEcef(
  times: ArrayLike<number>,
  ecefKmAt: (index: number) => Vector3,
  timeMs: number,
): EcefState {
  const count = times.length;
  // Written so that NaN fails it as well.
  if (!(count > 0 && timeMs >= times[0]! && timeMs <= times[count - 1]!)) {
    throw new RangeError(
      `Cannot interpolate a position as its time must be within ${count} ` +
        `samples, ${times[0]} to ${
          times[count - 1]
        }: current value is ${timeMs}`,
    );
  }
  const points = Math.min(POINTS, count);
  const after = firstIndex(count, (i) => times[i]! > timeMs);
  const first = Math.max(0, Math.min(count - points, after - points / 2));
  const from = Math.floor(first);
  let [x, y, z, vx, vy, vz] = [0, 0, 0, 0, 0, 0];
  for (let i = from; i < from + points; i++) {
    // Lagrange's factor of this sample and its change a second, grown factor
    // by factor, so that an instant on a sample is no special case.
    let weight = 1;
    let change = 0;
    for (let j = from; j < from + points; j++) {
      if (j === i) continue;
      const spanS = (times[i]! - times[j]!) / 1000;
      const sinceS = (timeMs - times[j]!) / 1000;
      change = (change * sinceS + weight) / spanS;
      weight *= sinceS / spanS;
    }
    const sample = ecefKmAt(i);
    x += weight * sample.x;
    y += weight * sample.y;
    z += weight * sample.z;
    vx += change * sample.x;
    vy += change * sample.y;
    vz += change * sample.z;
  }
  return {
    positionKm: { x, y, z },
    velocityKmS: { x: vx, y: vy, z: vz },
  };
}
