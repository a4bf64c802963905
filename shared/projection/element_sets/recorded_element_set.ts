import { lastSample } from "../last_sample.ts";
import { type Position, positionAt } from "../position_columns.ts";
import type { Projection } from "../projection.ts";
import type { Recording } from "../recordings.ts";
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
  const found = lastSample(projection, recordings, timeMs);
  if (found === null) return null;
  const { recording, sample } = found;
  return {
    set: elementSetOfRef(projection, sample.elementSetRef[0]!),
    position: positionAt(sample, 0),
    topic: recording.topic,
  };
}
