import {
  type EventLog,
  EventLogError,
} from "../../shared/event_log/event_log.ts";
import type { Clock } from "../clock.ts";
import { recordedSetId } from "../recorded_set_id.ts";
import type { Report } from "../report.ts";
import { tellReading } from "../tell_reading.ts";

/**
 * How far back recorded sets are looked for: some times as long as the sets of
 * most objects last. One that is older is published again, once in that time.
 */
const LOOK_BACK_MS = 48 * 3_600_000;

/**
 * The ids of the element sets that a topic took lately; none where the log cannot
 * be read now, since to publish a set twice does no harm.
 */
export async function readRecentSetIds(
  topic: string,
  { log, clock, report }: {
    readonly log: EventLog;
    readonly clock: Clock;
    readonly report: Report;
  },
  signal: AbortSignal,
): Promise<Set<string>> {
  const ids = new Set<string>();
  const fromTimeMs = clock.nowMs() - LOOK_BACK_MS;
  try {
    const results = log.read({
      topics: [topic],
      fromTimeMs,
      until: "end",
      signal,
    });
    for await (const result of results) {
      if (result.kind !== "records") {
        tellReading(result, report);
        continue;
      }
      for (const record of result.records) {
        const id = recordedSetId(record);
        if (id !== null) ids.add(id);
      }
    }
  } catch (error) {
    if (!(error instanceof EventLogError)) throw error;
  }
  return ids;
}
