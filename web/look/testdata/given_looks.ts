import { elementSetRecorded } from "../../../shared/events/element_set_recorded.ts";
import { findBundled } from "../../../tle/bundled_elements.ts";
import type { ElementSet } from "../../../tle/element_set.ts";
import { TERRA } from "../../testdata/given_positions.ts";

export const LOOK = `/api/v1/satellites/${TERRA}/look`;
export const MOSCOW = "lat=55.75&lon=37.62&alt_m=156";

/** TERRA's bundled set. */
export const terra = findBundled("TERRA")!;

/** About when TERRA crosses the north of Moscow, in the midst of a pass. */
export const NORTH_MS = Date.parse("2026-08-22T07:36:00Z");

/** The event of an element set. */
export function eventOf(set: ElementSet) {
  return elementSetRecorded(set, { source: "test", timeMs: NORTH_MS });
}
