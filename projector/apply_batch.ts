import type { RecordBatch } from "../shared/event_log/event_log.ts";
import {
  eventSource,
  type TopicSatellites,
} from "../shared/events/event_source.ts";
import { applyRecord } from "./apply_record.ts";
import type { ChangeSet } from "./writing/change_set.ts";

export interface BatchOptions {
  /** Records below it were applied before, and are passed over. */
  readonly nextOffset: number;
  readonly topicSatellites: TopicSatellites;
}

/**
 * Adds to `changes` what a batch of records means: positions and element
 * sets, and as dead letters the records that are no events.
 *
 * @returns The next offset that is wanted.
 */
export function applyBatch(
  changes: ChangeSet,
  batch: RecordBatch,
  { nextOffset, topicSatellites }: BatchOptions,
): number {
  const { topic, partition } = batch;
  const source = eventSource(topic, topicSatellites);
  for (const record of batch.records) {
    if (record.offset < nextOffset) continue;
    const at = { topic, partition, offset: record.offset };
    const outcome = applyRecord(changes, record, { at, source });
    if (outcome.kind === "failed") {
      const { key, timestampMs } = record;
      // A copy, since the value is a view into the bytes of the whole batch.
      const value = record.value?.slice() ?? null;
      const { reason } = outcome;
      changes.addDeadLetter({ at, key, value, timestampMs, reason });
      changes.addProgress(at, record, null);
    } else {
      changes.addProgress(at, record, outcome);
    }
    nextOffset = record.offset + 1;
  }
  return nextOffset;
}
