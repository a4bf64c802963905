import type { Motion } from "../../../tle/passes/motion.ts";
import { createSampleMotion } from "../../../tle/passes/sample_motion.ts";
import { DEGREES, KILOMETRES } from "../../events/resolution.ts";
import {
  joinColumns,
  type PositionColumns,
  sliceColumns,
} from "../position_columns.ts";
import type { PositionReader } from "../store/position_reader.ts";
import type { RecordedRun } from "./recorded_runs.ts";

/** So many on either side decide what lies between two samples, or at an end. */
export const SAMPLES_BESIDE = 8;

/** Runs whose samples are kept: whoever searches goes on, and back a little. */
const MOST_RUNS = 4;

/**
 * Reads the samples of runs when they are first wanted, and keeps those of the
 * last few: a month of one sample a second is never in memory as a whole.
 */
export class RunMotions {
  readonly #positions: PositionReader;
  /** The one used last comes last. */
  readonly #kept = new Map<RecordedRun, Motion>();

  constructor(positions: PositionReader) {
    this.#positions = positions;
  }

  /**
   * The motion from the first sample of one of the runs of a stretch to that of
   * the next: by all of its samples, and as many of those before and after as
   * decide what lies between.
   */
  motion(stretch: readonly RecordedRun[], index: number): Motion {
    const run = stretch[index]!;
    const motion = this.#kept.get(run) ?? this.#read(stretch, index);
    this.#kept.delete(run);
    this.#kept.set(run, motion);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST_RUNS) this.#kept.delete(oldest!);
    return motion;
  }

  #read(stretch: readonly RecordedRun[], index: number): Motion {
    const parts = [this.#columns(stretch[index]!)];
    let missing = SAMPLES_BESIDE;
    for (let i = index - 1; i >= 0 && missing > 0; i--) {
      const all = this.#columns(stretch[i]!);
      const { length } = all.timeMs;
      const last = sliceColumns(all, Math.max(0, length - missing), length);
      parts.unshift(last);
      missing -= last.timeMs.length;
    }
    missing = SAMPLES_BESIDE;
    for (let i = index + 1; i < stretch.length && missing > 0; i++) {
      const first = this.#columns(stretch[i]!, missing);
      parts.push(first);
      missing -= first.timeMs.length;
    }
    return createSampleMotion(inUnits(joinColumns(parts)));
  }

  #columns(
    { hour, firstMs, lastMs }: RecordedRun,
    limit = Infinity,
  ): PositionColumns {
    const range = { fromMs: firstMs, toMs: lastMs + 1 };
    return this.#positions.positions(hour, range, limit);
  }
}

function inUnits(columns: PositionColumns) {
  return {
    timeMs: columns.timeMs,
    latitudeDeg: divided(columns.latitudeE6, DEGREES),
    longitudeDeg: divided(columns.longitudeE6, DEGREES),
    altitudeKm: divided(columns.altitudeE4, KILOMETRES),
  };
}

function divided(numbers: Int32Array | Float64Array, by: number): Float64Array {
  const quotients = new Float64Array(numbers.length);
  // Not by its iterator, which takes several times as long.
  for (let i = 0; i < numbers.length; i++) quotients[i] = numbers[i]! / by;
  return quotients;
}
