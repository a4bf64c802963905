import type { LogRecord } from "../../shared/event_log/event_log.ts";
import { DecodeError } from "../../shared/events/decode_error.ts";
import type { ElementSetRecorded } from "../../shared/events/element_set_recorded.ts";
import { decodeEvent } from "../../shared/events/event.ts";
import { ELEMENT_SETS_TOPIC } from "../element_sets.ts";

const SOURCE = { topic: ELEMENT_SETS_TOPIC, satellite: null };

/**
 * The element sets that records hold, each at its first arrival: a producer
 * publishes the set that it uses at every start.
 */
export async function* recordedSets(
  batches: AsyncIterable<readonly LogRecord[]>,
): AsyncGenerator<ElementSetRecorded> {
  const ids = new Set<string>();
  for await (const records of batches) {
    for (const record of records) {
      const event = decodeOrNull(record);
      if (event === null || ids.has(event.element_set)) continue;
      ids.add(event.element_set);
      yield event;
    }
  }
}

/** What others wrote there is the projector's to judge. */
function decodeOrNull(record: LogRecord): ElementSetRecorded | null {
  try {
    const event = decodeEvent(record, SOURCE);
    return event.type === "ElementSetRecorded" ? event : null;
  } catch (error) {
    if (error instanceof DecodeError) return null;
    throw error;
  }
}
