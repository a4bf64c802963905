import { decodeText } from "../shared/events/decode_text.ts";
import type { LogRecord } from "../shared/event_log/event_log.ts";

/**
 * The id of the element set that a record holds; null if it holds none.
 *
 * Only the id is looked at: to decode each record takes five times as long,
 * and an id that belongs to no set can at worst keep that one set out.
 */
export function recordedSetId({ value }: LogRecord): string | null {
  if (value === null) return null;
  try {
    const { type, element_set: id } = JSON.parse(decodeText(value));
    return type === "ElementSetRecorded" && typeof id === "string" ? id : null;
  } catch {
    // What others wrote there is the projector's to judge.
    return null;
  }
}
