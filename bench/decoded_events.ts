import { applyEvent } from "../projector/apply_event.ts";
import type { ChangeSet } from "../projector/writing/change_set.ts";
import { decodeEvent, type Event } from "../shared/events/event.ts";
import { eventSource } from "../shared/events/event_source.ts";
import type { LogRecord, NewRecord } from "../shared/event_log/event_log.ts";
import { TOPIC } from "./history.ts";

/** A record of the log, and the event that it holds. */
export interface DecodedEvent {
  readonly record: LogRecord;
  readonly event: Event;
  readonly timeMs: number;
}

export function decodeRecords(records: Iterable<NewRecord>): DecodedEvent[] {
  const source = eventSource(TOPIC, new Map());
  return Array.from(records, (written, offset): DecodedEvent => {
    const record = { ...written, offset };
    const event = decodeEvent(record, source);
    return { record, event, timeMs: record.timestampMs };
  });
}

/** Adds one to what is to be committed, as the projector does. */
export function addEvent(
  changes: ChangeSet,
  { record, event }: DecodedEvent,
): void {
  const at = { topic: TOPIC, partition: 0, offset: record.offset };
  const positions = applyEvent(changes, event, at);
  changes.addProgress(at, record, { positions });
}
