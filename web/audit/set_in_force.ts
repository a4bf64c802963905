import { lastElementSet } from "../../shared/projection/element_sets/read_element_sets.ts";
import { recordedElementSet } from "../../shared/projection/element_sets/recorded_element_set.ts";
import type { StoredElementSet } from "../../shared/projection/element_sets/stored_element_set.ts";
import type { Projection } from "../../shared/projection/projection.ts";
import type { Recording } from "../../shared/projection/recordings.ts";
import { DAY_MS } from "../../shared/projection/time_range.ts";

/**
 * The set that a satellite's positions of an instant rest on, also where a
 * newer one is known; the latest up to then, where none are recorded of the day
 * before; null where there is none.
 */
export function setInForce(
  projection: Projection,
  { noradId, recordings }: {
    readonly noradId: number;
    readonly recordings: readonly Recording[];
  },
  timeMs: number,
): StoredElementSet | null {
  const recorded = recordedElementSet(projection, recordings, timeMs);
  const isOfThen = recorded !== null &&
    recorded.position.timeMs > timeMs - DAY_MS;
  return (isOfThen ? recorded.set : null) ??
    lastElementSet(projection, noradId, timeMs);
}
