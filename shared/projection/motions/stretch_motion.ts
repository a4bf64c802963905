import type { EcefState } from "../../../tle/ecef_state.ts";
import { firstIndex } from "../../../tle/first_index.ts";
import { interpolateEcef } from "../../../tle/interpolate_position.ts";
import {
  createElementMotion,
  type ElementMotion,
} from "../../../tle/passes/element_motion.ts";
import type { Motion } from "../../../tle/passes/motion.ts";
import { PropagationError } from "../../../tle/propagation_error.ts";
import { elementSetOfRef } from "../element_sets/read_element_sets.ts";
import type { StoredElementSet } from "../element_sets/stored_element_set.ts";
import type { Projection } from "../projection.ts";
import type { TimeRangeMs } from "../time_range.ts";
import { mostRecordedKmS } from "./most_recorded_speed.ts";
import type { RecordedRun } from "./recorded_runs.ts";
import { type RunSamples, SAMPLES_NEEDED } from "./run_samples.ts";
import { SamplePlaces } from "./sample_places.ts";

/** How a satellite moved by the positions that one topic has of it. */
export interface RecordedMotion extends Motion {
  readonly topicRef: number;
  /** What they rest on; null where they name none, or one that is not known. */
  readonly elementSet: StoredElementSet | null;
}

/** Runs that follow on each other, of one topic and one element set. */
export interface Stretch {
  readonly runs: readonly RecordedRun[];
  /** The next sample, where it is of another set or topic; else null. */
  readonly nextMs: number | null;
}

/**
 * Returns the motion of a stretch within `[fromMs, toMs]`; null where it has
 * too few samples to tell what is between them, or none within.
 */
export function createStretchMotion(
  projection: Projection,
  samples: RunSamples,
  { runs, nextMs }: Stretch,
  range: TimeRangeMs,
): RecordedMotion | null {
  const count = runs.reduce((sum, run) => sum + run.samples, 0);
  const { hour, elementSetRef, firstMs } = runs[0]!;
  const { lastMs } = runs.at(-1)!;
  if (count < SAMPLES_NEEDED) return null;
  const endMs = nextMs === null ? lastMs : nextMs - 1;
  const elementSet = elementSetOfRef(projection, elementSetRef);
  const elements = elementSet &&
    elementMotion(elementSet, { fromMs: firstMs, toMs: endMs });
  const goesOn = elements !== null && elements.fromMs <= lastMs;
  const knownMs = goesOn ? Math.max(lastMs, elements.toMs) : lastMs;
  const fromMs = Math.max(firstMs, range.fromMs);
  const toMs = Math.min(knownMs, range.toMs);
  if (fromMs > toMs) return null;

  const places = new SamplePlaces();
  function stateAt(timeMs: number): EcefState {
    // Written so that NaN fails it as well.
    if (!(timeMs >= fromMs && timeMs <= toMs)) {
      throw new RangeError(
        `Cannot tell where a satellite was as the time must be within ` +
          `${fromMs} and ${toMs}: current value is ${timeMs}`,
      );
    }
    if (timeMs > lastMs) return elements!.stateAt(timeMs);
    const after = firstIndex(runs.length, (i) => runs[i]!.firstMs > timeMs);
    const columns = samples.around(runs, after - 1, timeMs);
    return interpolateEcef(
      columns.timeMs,
      (index) => places.at(columns, index),
      timeMs,
    );
  }

  return {
    topicRef: hour.topicRef,
    elementSet,
    fromMs,
    toMs,
    mostKmS: elements?.mostKmS ?? mostRecordedKmS(runs),
    stateAt,
  };
}

/** Null where the elements give no position. */
function elementMotion(
  elementSet: StoredElementSet,
  range: TimeRangeMs,
): ElementMotion | null {
  try {
    return createElementMotion(elementSet, range);
  } catch (error) {
    if (error instanceof PropagationError) return null;
    throw error;
  }
}
