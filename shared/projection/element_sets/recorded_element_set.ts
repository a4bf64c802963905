import { type Position, positionAt } from "../position_columns.ts";
import type { Projection } from "../projection.ts";
import { lastTimeBefore, recordingOfHour } from "../recordings.ts";
import type { Recording } from "../recordings.ts";
import { hourOf } from "../time_range.ts";
import { elementSetOfRef } from "./read_element_sets.ts";
import type { StoredElementSet } from "./stored_element_set.ts";

/** An element set in use, and the position that says so. */
export interface RecordedElementSet {
  /** Null where its position names none, or one that has not arrived. */
  readonly set: StoredElementSet | null;
  readonly position: Position;
  readonly topic: string;
}

/**
 * What was in use at an instant: the set of the last position recorded up to
 * then; null where there is no such position.
 */
export function recordedElementSet(
  projection: Projection,
  recordings: readonly Recording[],
  timeMs: number,
): RecordedElementSet | null {
  const { positions } = projection;
  const lastMs = lastTimeBefore(projection, recordings, timeMs + 1);
  if (lastMs === null) return null;
  const recording = recordingOfHour(positions, recordings, hourOf(lastMs));
  const sample = recording && positions.at(recording, lastMs);
  if (sample === undefined || sample === null) return null;
  return {
    set: elementSetOfRef(projection, sample.elementSetRef[0]!),
    position: positionAt(sample, 0),
    topic: recording!.topic,
  };
}
