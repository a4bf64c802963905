import type { TemeState } from "../orbit.ts";
import { cross, dot, type Vector3 } from "../vector3.ts";

/** Where a satellite was put, less where it was, in the frame of the latter. */
export interface StateDifference {
  /** Away from the Earth. */
  readonly radialKm: number;
  /** Along the orbit, on its arc; positive: it was put too far ahead. */
  readonly alongTrackKm: number;
  /** Along the normal of the orbit. */
  readonly crossTrackKm: number;
  /** How much later than predicted it comes by, in seconds; negative: earlier. */
  readonly laterS: number;
}

/**
 * Compares where one satellite was predicted to be at an instant with where it
 * was. An old element set may put it thousands of kilometres along its orbit,
 * where a chord is no measure and the radial direction is another one: so the
 * difference along the track is an arc about the centre of the Earth, up to
 * half a turn either way, and the seconds are that angle over the angular speed
 * of the satellite. For an eccentric orbit, of which that speed changes, they
 * hold for differences small against a revolution.
 *
 * @param truth Position and velocity, in an inertial frame.
 * @param predictedKm The position that was predicted, in the same frame.
 */
export function compareStates(
  truth: TemeState,
  predictedKm: Vector3,
): StateDifference {
  const { positionKm: r, velocityKmS: v } = truth;
  const radiusKm = Math.sqrt(dot(r, r));
  const momentum = cross(r, v);
  const momentumKm2S = Math.sqrt(dot(momentum, momentum));
  const outKm = dot(predictedKm, r) / radiusKm;
  const aheadKm = dot(predictedKm, cross(momentum, r)) /
    (momentumKm2S * radiusKm);
  const angle = Math.atan2(aheadKm, outKm);
  return {
    radialKm: Math.hypot(outKm, aheadKm) - radiusKm,
    alongTrackKm: angle * radiusKm,
    crossTrackKm: dot(predictedKm, momentum) / momentumKm2S,
    laterS: angle * radiusKm * radiusKm / momentumKm2S,
  };
}
