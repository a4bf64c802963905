import { elementSetRecorded } from "../../shared/events/element_set_recorded.ts";
import type { Event } from "../../shared/events/event.ts";
import {
  positionsRecorded,
  type RecordedPosition,
} from "../../shared/events/positions_recorded.ts";
import { findBundled } from "../../tle/bundled_elements.ts";
import { elementSetId } from "../../tle/element_set_id.ts";
import { createOrbit } from "../../tle/orbit.ts";
import { NOW_MS } from "./given_projection.ts";

const set = findBundled("TERRA")!;
const orbit = createOrbit(set);

/** The event of the element set that TERRA's positions follow from. */
export const terraElements: Event = elementSetRecorded(set, {
  source: "test",
  timeMs: NOW_MS,
});

/** Where TERRA is at an instant, as its producer records it. */
export function terraAt(timeMs: number): RecordedPosition {
  return {
    noradId: set.noradId,
    name: "TERRA",
    timeMs,
    ...orbit.positionAt(timeMs),
    elementSetId: elementSetId(set),
    origin: "live",
  };
}

/** Events of TERRA's positions, each of at most an hour. */
export function terraDuring(
  { fromMs, toMs, stepMs }: {
    readonly fromMs: number;
    readonly toMs: number;
    readonly stepMs: number;
  },
  change: (position: RecordedPosition) => RecordedPosition = (same) => same,
): Event[] {
  const positions: RecordedPosition[] = [];
  for (let timeMs = fromMs; timeMs < toMs; timeMs += stepMs) {
    positions.push(change(terraAt(timeMs)));
  }
  const hours = Map.groupBy(
    positions,
    ({ timeMs }) => Math.floor(timeMs / 3_600_000),
  );
  return [...hours.values()].map((hour) => positionsRecorded(hour));
}
