import { readRecordedMotions } from "../../shared/projection/motions/recorded_motions.ts";
import type { StoredElementSet } from "../../shared/projection/element_sets/stored_element_set.ts";
import type { Projection } from "../../shared/projection/projection.ts";
import type { Recording } from "../../shared/projection/recordings.ts";
import type { TimeRangeMs } from "../../shared/projection/time_range.ts";
import type { Motion } from "../../tle/passes/motion.ts";
import type { PropagationError } from "../../tle/propagation_error.ts";
import { type ElementChoice, readElementTurns } from "./element_turns.ts";
import { PredictedMotions } from "./predicted_motions.ts";

/** How a satellite moves, and what says so. */
export interface SourceMotion extends Motion {
  readonly source: "recorded" | "predicted";
  /** Null where positions were recorded that name none, or one not known. */
  readonly elementSet: StoredElementSet | null;
}

/** All that is known of how a satellite moves. */
export interface ReadMotions {
  /** In order; a hole between two is one where nothing is known. */
  readonly motions: readonly SourceMotion[];
  /** Why elements give no position somewhere: one for each set of which so. */
  readonly failures: readonly PropagationError[];
}

/**
 * Returns how a satellite moves in `[fromMs, toMs]`: of `recorded` by recorded
 * positions, and where there are none by the elements in force then; else by
 * elements alone. One motion begins in the millisecond after the one before
 * ends. Others run meanwhile.
 *
 * @param satellite.recordings The preferred topic first; none where only
 * elements are known.
 */
export async function readMotions(
  projection: Projection,
  { noradId, recordings }: {
    readonly noradId: number;
    readonly recordings: readonly Recording[];
  },
  range: TimeRangeMs,
  choice: ElementChoice,
): Promise<ReadMotions> {
  const turns = await readElementTurns(projection, noradId, { range, choice });
  const recorded = choice === "recorded"
    ? await readRecordedMotions(projection, recordings, range)
    : [];
  const predicted = new PredictedMotions(turns);
  const motions: SourceMotion[] = [];
  let { fromMs } = range;
  for (const motion of recorded) {
    addPredicted(motion.fromMs - 1);
    motions.push({ ...motion, source: "recorded" });
    fromMs = motion.toMs + 1;
  }
  addPredicted(range.toMs);
  return { motions, failures: predicted.failures };

  function addPredicted(toMs: number): void {
    for (const motion of predicted.within({ fromMs, toMs })) {
      motions.push({ ...motion, source: "predicted" });
    }
  }
}
