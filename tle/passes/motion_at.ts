import { firstIndex } from "../first_index.ts";
import type { Motion } from "./motion.ts";

/**
 * Returns the motion that holds at an instant: of two that meet there the
 * earlier.
 *
 * @param motions In order.
 * @throws {RangeError} If none holds then.
 */
export function motionAt<M extends Motion>(
  motions: readonly M[],
  timeMs: number,
): M {
  const motion = motions[
    firstIndex(motions.length, (i) => motions[i]!.toMs >= timeMs)
  ];
  if (motion === undefined || motion.fromMs > timeMs) {
    throw new RangeError(
      "Cannot tell where a satellite is as its motion must be known then: " +
        `current value is ${timeMs}`,
    );
  }
  return motion;
}
