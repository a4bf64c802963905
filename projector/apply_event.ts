import { valueAt } from "../shared/events/column.ts";
import type { Event } from "../shared/events/event.ts";
import {
  ORIGINS,
  type PositionsRecorded,
  sampleCount,
} from "../shared/events/positions_recorded.ts";
import type { LogPosition } from "../shared/event_log/event_log.ts";
import { DEGREES, KILOMETRES } from "../shared/events/resolution.ts";
import type { ChangeSet } from "./writing/change_set.ts";

/**
 * Adds to `changes` what an event means for the projection, and nothing else:
 * the same for events as they come and for a rebuild.
 *
 * @returns How many positions the event holds.
 */
export function applyEvent(
  changes: ChangeSet,
  event: Event,
  at: LogPosition,
): number {
  switch (event.type) {
    case "PositionsRecorded":
      return applyPositions(changes, event, at);
    case "ElementSetRecorded":
      changes.addElementSet(event);
      return 0;
    default:
      return event satisfies never;
  }
}

function applyPositions(
  changes: ChangeSet,
  event: PositionsRecorded,
  at: LogPosition,
): number {
  const count = sampleCount(event);
  for (let i = 0; i < count; i++) {
    changes.addPosition(
      {
        noradId: valueAt(event.norad_id, i),
        name: valueAt(event.name, i),
        timeMs: valueAt(event.time_ms, i),
        latitudeE6: Math.round(valueAt(event.latitude_deg, i) * DEGREES),
        longitudeE6: Math.round(valueAt(event.longitude_deg, i) * DEGREES),
        altitudeE4: Math.round(valueAt(event.altitude_km, i) * KILOMETRES),
        origin: ORIGINS.indexOf(valueAt(event.origin, i)),
        elementSetId: valueAt(event.element_set, i),
      },
      at,
      i,
    );
  }
  return count;
}
