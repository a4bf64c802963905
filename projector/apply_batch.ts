import type { RecordBatch } from "../shared/event_log/event_log.ts";
import { applyValue } from "./apply_value.ts";
import type { ChangeSet } from "./change_set.ts";

/**
 * Adds to `changes` what a batch of records means: positions and element
 * sets, and as dead letters the records that are no events. Records below
 * `nextOffset` were applied before and are passed over.
 *
 * @returns The next offset that is wanted.
 */
export function applyBatch(
  changes: ChangeSet,
  batch: RecordBatch,
  nextOffset: number,
): number {
  const { topic, partition } = batch;
  for (const record of batch.records) {
    if (record.offset < nextOffset) continue;
    const at = { topic, partition, offset: record.offset };
    const outcome = applyValue(changes, record.value, at);
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
