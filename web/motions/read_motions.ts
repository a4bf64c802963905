import type { StoredElementSet } from "../../shared/projection/element_sets/stored_element_set.ts";
import type { Projection } from "../../shared/projection/projection.ts";
import type { Recording } from "../../shared/projection/recordings.ts";
import type { TimeRangeMs } from "../../shared/projection/time_range.ts";
import type { Motion } from "../../tle/passes/motion.ts";
import type { PropagationError } from "../../tle/propagation_error.ts";

/** What a motion rests on. */
export interface SourceMotion extends Motion {
  readonly source: "recorded" | "predicted";
  readonly elementSet: StoredElementSet | null;
}

export interface ReadMotions {
  readonly motions: readonly SourceMotion[];
  readonly failures: readonly PropagationError[];
}

export function readMotions(
  _projection: Projection,
  _satellite: {
    readonly noradId: number;
    readonly recordings: readonly Recording[];
  },
  _range: TimeRangeMs,
  _mode: "recorded" | "best" | "latest",
): Promise<ReadMotions> {
  throw new Error("not there yet");
}
