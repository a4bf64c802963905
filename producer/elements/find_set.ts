import {
  type ElementSetRecorded,
  toElementSet,
} from "../../shared/events/element_set_recorded.ts";
import type { ShowRequest } from "./elements_request.ts";

/**
 * Finds the set of an id, or of a satellite the newest by epoch, or the one
 * nearest to an instant; of two as near the first. Null where there is none.
 */
export async function findSet(
  events: AsyncIterable<ElementSetRecorded>,
  which: ShowRequest["which"],
): Promise<ElementSetRecorded | null> {
  let best: ElementSetRecorded | null = null;
  let bestDistanceUs = Infinity;
  for await (const event of events) {
    if ("id" in which) {
      if (event.element_set === which.id) return event;
    } else if (event.norad_cat_id === which.noradId) {
      const { epochUs } = toElementSet(event);
      const distanceUs = which.nearestUs === null
        ? -epochUs
        : Math.abs(epochUs - which.nearestUs);
      if (distanceUs >= bestDistanceUs) continue;
      best = event;
      bestDistanceUs = distanceUs;
    }
  }
  return best;
}
