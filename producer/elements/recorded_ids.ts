import { decodeText } from "../../shared/events/decode_text.ts";
import type { LogRecord } from "../../shared/event_log/event_log.ts";

/**
 * The ids of the element sets that records hold.
 *
 * Only the id is looked at: to decode each record takes five times as long,
 * and an id that belongs to no set can at worst keep that one set out.
 */
export async function readRecordedIds(
  batches: AsyncIterable<readonly LogRecord[]>,
): Promise<Set<string>> {
  const ids = new Set<string>();
  for await (const records of batches) {
    for (const { value } of records) {
      const id = value === null ? null : findId(value);
      if (id !== null) ids.add(id);
    }
  }
  return ids;
}

function findId(value: Uint8Array): string | null {
  try {
    const { type, element_set: id } = JSON.parse(decodeText(value));
    return type === "ElementSetRecorded" && typeof id === "string" ? id : null;
  } catch {
    // What others wrote there is the projector's to judge.
    return null;
  }
}
