import type { LogRecord } from "../../shared/event_log/event_log.ts";
import { recordedSetId } from "../recorded_set_id.ts";

/** The ids of the element sets that records hold. */
export async function readRecordedIds(
  batches: AsyncIterable<readonly LogRecord[]>,
): Promise<Set<string>> {
  const ids = new Set<string>();
  for await (const records of batches) {
    for (const record of records) {
      const id = recordedSetId(record);
      if (id !== null) ids.add(id);
    }
  }
  return ids;
}
