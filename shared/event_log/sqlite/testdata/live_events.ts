import { bundledElementSets } from "../../../../tle/bundled_elements.ts";
import { elementSetId } from "../../../../tle/element_set_id.ts";
import { createOrbit } from "../../../../tle/orbit.ts";
import { encodeEvent } from "../../../events/event.ts";
import { positionsRecorded } from "../../../events/positions_recorded.ts";
import type { NewRecord } from "../../event_log.ts";

/** What the producers of three satellites append, event by event. */
export interface LiveEvent {
  readonly topic: string;
  readonly record: NewRecord;
}

/** Real positions of three satellites, in turn, each once a second. */
export function* liveEvents(seconds: number): Generator<LiveEvent> {
  const satellites = bundledElementSets.slice(0, 3).map((set) => ({
    name: set.name ?? "",
    set,
    orbit: createOrbit(set),
  }));
  const beginMs = Date.UTC(2026, 10, 1);
  for (let second = 0; second < seconds; second++) {
    const timeMs = beginMs + 1_000 * second;
    for (const { name, set, orbit } of satellites) {
      const event = positionsRecorded([{
        noradId: set.noradId,
        name,
        timeMs,
        ...orbit.positionAt(timeMs),
        elementSetId: elementSetId(set),
        origin: "live",
      }]);
      const key = String(set.noradId);
      const record = { key, value: encodeEvent(event), timestampMs: timeMs };
      yield { topic: `${name.toLowerCase()}_topic`, record };
    }
  }
}
