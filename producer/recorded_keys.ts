import { type EventLog, EventLogError } from "../shared/event_log/event_log.ts";

/**
 * The keys of the records that a topic holds of one instant or later; null
 * where the log cannot tell now.
 */
export async function readRecordedKeys(
  log: EventLog,
  topic: string,
  { fromTimeMs, signal }: {
    readonly fromTimeMs: number;
    readonly signal: AbortSignal;
  },
): Promise<Set<string | null> | null> {
  const keys = new Set<string | null>();
  const options = { topics: [topic], fromTimeMs, signal };
  try {
    for await (const result of log.read({ ...options, until: "end" })) {
      if (result.kind !== "records") continue;
      for (const { key, timestampMs } of result.records) {
        if (timestampMs >= fromTimeMs) keys.add(key);
      }
    }
  } catch (error) {
    if (error instanceof EventLogError) return null;
    throw error;
  }
  return keys;
}
