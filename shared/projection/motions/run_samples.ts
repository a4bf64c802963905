import {
  joinColumns,
  type PositionColumns,
  sliceColumns,
} from "../position_columns.ts";
import type { PositionReader } from "../store/position_reader.ts";
import type { RecordedRun } from "./recorded_runs.ts";

/** So many samples tell what is between them: the nearest, half on each side. */
export const SAMPLES_NEEDED = 8;

/** Runs whose samples are kept: whoever searches goes on, and back a little. */
const MOST_RUNS = 4;

interface Kept {
  readonly own: PositionColumns;
  /** Together with those of the runs beside it; null until they are wanted. */
  joined: PositionColumns | null;
}

/**
 * Reads the samples of runs when they are first wanted, and keeps those of the
 * last few: a month of one sample a second is never in memory as a whole.
 */
export class RunSamples {
  readonly #positions: PositionReader;
  /** The one used last comes last. */
  readonly #kept = new Map<RecordedRun, Kept>();

  constructor(positions: PositionReader) {
    this.#positions = positions;
  }

  /**
   * Samples among which are those that tell where the satellite was at an
   * instant: from the first sample of one of the runs of a stretch up to that
   * of the next.
   */
  around(
    stretch: readonly RecordedRun[],
    index: number,
    timeMs: number,
  ): PositionColumns {
    const kept = this.#keep(stretch[index]!);
    const times = kept.own.timeMs;
    const half = SAMPLES_NEEDED / 2;
    const isWithin = timeMs >= times[half - 1]! &&
      timeMs < times[times.length - half]!;
    if (isWithin) return kept.own;
    return kept.joined ??= this.#join(stretch, index, kept.own);
  }

  #keep(run: RecordedRun): Kept {
    const kept = this.#kept.get(run) ??
      { own: this.#read(run), joined: null };
    this.#kept.delete(run);
    this.#kept.set(run, kept);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST_RUNS) this.#kept.delete(oldest!);
    return kept;
  }

  /**
   * With eight more on each side, or all that there are: runs have twelve and
   * more, but at the ends of a stretch.
   */
  #join(
    stretch: readonly RecordedRun[],
    index: number,
    own: PositionColumns,
  ): PositionColumns {
    const parts = [own];
    const [before, after] = [stretch[index - 1], stretch[index + 1]];
    if (before !== undefined) {
      const all = this.#read(before);
      const { length } = all.timeMs;
      const start = Math.max(0, length - SAMPLES_NEEDED);
      parts.unshift(sliceColumns(all, start, length));
    }
    if (after !== undefined) parts.push(this.#read(after, SAMPLES_NEEDED));
    return joinColumns(parts);
  }

  #read(
    { hour, firstMs, lastMs }: RecordedRun,
    limit = Infinity,
  ): PositionColumns {
    const range = { fromMs: firstMs, toMs: lastMs + 1 };
    return this.#positions.positions(hour, range, limit);
  }
}
