import type { LogPosition, LogRecord } from "../shared/event_log/event_log.ts";
import { decodeEvent, type Event } from "../shared/events/event.ts";
import type { EventSource } from "../shared/events/event_source.ts";
import { applyEvent } from "./apply_event.ts";
import type { ChangeSet } from "./writing/change_set.ts";

/** What came of a record: its positions, or why it cannot be applied. */
export type Outcome =
  | { readonly kind: "applied"; readonly positions: number }
  | { readonly kind: "failed"; readonly reason: string };

/** Adds to `changes` what a record means, if it is an event. */
export function applyRecord(
  changes: ChangeSet,
  record: Pick<LogRecord, "value" | "timestampMs">,
  from: { readonly at: LogPosition; readonly source: EventSource },
): Outcome {
  let event: Event;
  try {
    event = decodeEvent(record, from.source);
  } catch (error) {
    // Whatever it is, the record causes it, and must not stop the others.
    return { kind: "failed", reason: (error as Error).message };
  }
  return { kind: "applied", positions: applyEvent(changes, event, from.at) };
}
