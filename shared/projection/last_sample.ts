import type { HourColumns } from "./hour_columns.ts";
import type { Projection } from "./projection.ts";
import {
  lastTimeBefore,
  type Recording,
  recordingOfHour,
} from "./recordings.ts";
import { hourOf } from "./time_range.ts";

/** One recorded position with what it rests on, as columns of one. */
export interface RecordedSample {
  readonly recording: Recording;
  readonly sample: HourColumns;
}

/** The last position recorded up to an instant; null where there is none. */
export function lastSample(
  projection: Projection,
  recordings: readonly Recording[],
  timeMs: number,
): RecordedSample | null {
  const { positions } = projection;
  const lastMs = lastTimeBefore(projection, recordings, timeMs + 1);
  if (lastMs === null) return null;
  const recording = recordingOfHour(positions, recordings, hourOf(lastMs));
  const sample = recording && positions.at(recording, lastMs);
  return sample ? { recording: recording!, sample } : null;
}
