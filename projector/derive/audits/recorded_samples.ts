import {
  type Position,
  positionAt,
} from "../../../shared/projection/position_columns.ts";
import {
  type Projection,
  projectionOf,
} from "../../../shared/projection/projection.ts";
import {
  DamagedHour,
  type StoreKey,
} from "../../../shared/projection/store/stored_hour.ts";
import {
  HOUR_MS,
  type TimeRangeMs,
} from "../../../shared/projection/time_range.ts";
import type { Sqlite } from "../../../shared/sqlite.ts";
import { recordingsByName } from "../recordings_by_name.ts";

/**
 * An error along the track changes slowly, so that one sample in so long tells
 * it; each of them costs the decoding of an hour, 0.4 ms.
 */
const STEP_MS = 6 * HOUR_MS;

/** A recorded position, and the row of the set that it rests on; 0 for none. */
export interface RecordedSample extends Position {
  readonly elementSetRef: number;
}

/** Reads a few of the recorded positions of a satellite. */
export class RecordedSamples {
  readonly #projection: Projection;

  constructor(db: Sqlite) {
    this.#projection = projectionOf(db);
  }

  /** From the first position recorded to behind the last; null if none is. */
  range(noradId: number): TimeRangeMs | null {
    const recordings = recordingsByName(this.#projection, noradId);
    if (recordings.length === 0) return null;
    return {
      fromMs: Math.min(...recordings.map(({ firstMs }) => firstMs)),
      toMs: Math.max(...recordings.map(({ lastMs }) => lastMs)) + 1,
    };
  }

  /** The first position of each sixth hour of a range that holds any. */
  read(noradId: number, { fromMs, toMs }: TimeRangeMs): RecordedSample[] {
    const keys = recordingsByName(this.#projection, noradId);
    const samples: RecordedSample[] = [];
    const firstMs = Math.ceil(fromMs / STEP_MS) * STEP_MS;
    for (let hourMs = firstMs; hourMs < toMs; hourMs += STEP_MS) {
      const hour = { fromMs: hourMs, toMs: hourMs + HOUR_MS };
      const sample = this.#first(keys, hour);
      if (sample !== null && sample.timeMs < toMs) samples.push(sample);
    }
    return samples;
  }

  #first(keys: readonly StoreKey[], hour: TimeRangeMs): RecordedSample | null {
    const { positions } = this.#projection;
    for (const key of keys) {
      for (const stored of positions.hours(key, hour)) {
        try {
          const content = positions.content(stored);
          const elementSetRef = content.elementSetRef[0]!;
          return { ...positionAt(content, 0), elementSetRef };
        } catch (error) {
          // Which is told when it is read for whoever asks for it.
          if (!(error instanceof DamagedHour)) throw error;
        }
      }
    }
    return null;
  }
}
