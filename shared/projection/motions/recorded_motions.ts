import type { Motion } from "../../../tle/passes/motion.ts";
import type { Projection } from "../projection.ts";
import type { Recording } from "../recordings.ts";
import type { TimeRangeMs } from "../time_range.ts";

/** How a satellite moved by the positions that one topic has of it. */
export interface RecordedMotion extends Motion {
  readonly topic: string;
  /** The row of the element set that the positions rest on; 0 for none. */
  readonly elementSetRef: number;
}

/**
 * Returns how a satellite moved where that was recorded: everything that touches
 * a range, and beyond its ends as far as `marginMs`; in order, one for each
 * stretch without a gap or a change of element set. Others run meanwhile.
 */
export function readRecordedMotions(
  _projection: Projection,
  _recordings: readonly Recording[],
  _range: TimeRangeMs,
): Promise<RecordedMotion[]> {
  throw new Error("Cannot read motions: not there yet");
}

/** How much of what was to be recorded is there. */
export interface Completeness {
  readonly samplesPresent: number;
  readonly samplesExpected: number;
}

/** Counts the samples recorded in `[fromMs, toMs]`, and those that should be. */
export function readCompleteness(
  _projection: Projection,
  _recordings: readonly Recording[],
  _range: TimeRangeMs,
): Completeness {
  throw new Error("Cannot count samples: not there yet");
}
