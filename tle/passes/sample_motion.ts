import type { PositionSamples } from "../interpolate_position.ts";
import type { Motion } from "./motion.ts";

/**
 * Returns the motion between recorded samples: those of one element set, without
 * gaps, eight or more.
 *
 * @throws {RangeError} If there are fewer than eight.
 */
export function createSampleMotion(_samples: PositionSamples): Motion {
  throw new Error("Cannot make a motion: not there yet");
}
