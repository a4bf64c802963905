import { decodeEvent, type Event } from "../shared/events/event.ts";
import type { LogPosition } from "../shared/event_log/event_log.ts";
import { applyEvent } from "./apply_event.ts";
import type { ChangeSet } from "./change_set.ts";

/** What came of a record: its positions, or why it cannot be applied. */
export type Outcome =
  | { readonly kind: "applied"; readonly positions: number }
  | { readonly kind: "failed"; readonly reason: string };

/** Adds to `changes` what a record's value means, if it is an event. */
export function applyValue(
  changes: ChangeSet,
  value: Uint8Array | null,
  at: LogPosition,
): Outcome {
  let event: Event;
  try {
    event = decodeEvent(value);
  } catch (error) {
    // Whatever it is, the record causes it, and must not stop the others.
    return { kind: "failed", reason: (error as Error).message };
  }
  return { kind: "applied", positions: applyEvent(changes, event, at) };
}
