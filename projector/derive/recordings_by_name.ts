import type { Projection } from "../../shared/projection/projection.ts";
import {
  readRecordings,
  type Recording,
} from "../../shared/projection/recordings.ts";

/**
 * What is recorded of a satellite, in order of the topics' names: which one
 * readers prefer is a setting, and what is derived follows from what is stored
 * alone.
 */
export function recordingsByName(
  projection: Projection,
  noradId: number,
): Recording[] {
  const recordings = readRecordings(projection, [noradId]).get(noradId) ?? [];
  return recordings.sort((a, b) => a.topic < b.topic ? -1 : 1);
}
