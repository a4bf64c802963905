import { elementSetRecorded } from "../../shared/events/element_set_recorded.ts";
import type { ElementSet } from "../../tle/element_set.ts";

/** Writes element sets as OMM JSON, in whose keywords events have them. */
export function ommJson(sets: readonly ElementSet[]): string {
  return JSON.stringify(sets.map((set) => {
    const event = elementSetRecorded(set, { source: "test", timeMs: 0 });
    return Object.fromEntries(
      Object.entries(event).map(([key, value]) => [key.toUpperCase(), value]),
    );
  }));
}
