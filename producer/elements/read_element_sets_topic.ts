import type { EventLog, LogRecord } from "../../shared/event_log/event_log.ts";
import { EventLogError } from "../../shared/event_log/event_log.ts";
import { ELEMENT_SETS_TOPIC } from "../element_sets.ts";

export interface TopicReadPorts {
  readonly log: EventLog;
  /** Tells people that the connection to the log was lost, or is back. */
  readonly warn: (message: string) => void;
  /** Offsets of all partitions, together. */
  readonly onProgress: (done: number, inAll: number) => void;
}

/**
 * Reads the element sets' topic, every partition up to its end as it is now.
 *
 * @throws {EventLogError} If the log cannot be read now.
 */
export async function* readElementSetsTopic(
  { log, warn, onProgress }: TopicReadPorts,
): AsyncGenerator<readonly LogRecord[]> {
  // Asked first: a reader would wait for a log that cannot be reached.
  const [topic] = await log.describeTopics([ELEMENT_SETS_TOPIC]);
  const until = (topic?.partitions ?? []).map(({ partition, endOffset }) => ({
    topic: ELEMENT_SETS_TOPIC,
    partition,
    endOffset,
  }));
  const inAll = (topic?.partitions ?? []).reduce(
    (sum, { firstOffset, endOffset }) => sum + endOffset - firstOffset,
    0,
  );
  if (inAll === 0) return;
  let done = 0;
  for await (
    const result of log.read({ topics: [ELEMENT_SETS_TOPIC], until })
  ) {
    if (result.kind === "halted") throw new EventLogError(result.reason);
    if (result.kind === "connection") {
      warn(result.reason);
      continue;
    }
    yield result.records;
    done += result.records.length;
    onProgress(done, inAll);
  }
}
