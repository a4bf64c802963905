import type { EventLog, NewRecord } from "../../shared/event_log/event_log.ts";
import {
  ELEMENT_SETS_TOPIC,
  SETS_A_BATCH,
  toKeyedEvent,
} from "../element_sets.ts";
import { toRecord } from "../publisher.ts";
import type { SourcedSet } from "../sources/element_source.ts";

/** How many element sets were what. */
export interface AppendedSets {
  readonly added: number;
  /** Those that the log had already. */
  readonly known: number;
  /** Those that were among the given ones before. */
  readonly repeated: number;
}

export interface AppendPorts {
  readonly log: EventLog;
  /** The ids that the log has; those that are added join them. */
  readonly recordedIds: Set<string>;
  readonly onProgress: (done: number, inAll: number) => void;
}

/**
 * Appends the element sets that are new by their id, in the order given.
 *
 * @throws {EventLogError} If the log cannot take them now. Those of the batches
 * before are recorded, and known the next time.
 */
export async function appendNewSets(
  sets: readonly SourcedSet[],
  { log, recordedIds, onProgress }: AppendPorts,
): Promise<AppendedSets> {
  const given = new Set<string>();
  let added = 0;
  let known = 0;
  let repeated = 0;
  for (let start = 0; start < sets.length; start += SETS_A_BATCH) {
    const fresh = new Map<string, NewRecord>();
    for (const one of sets.slice(start, start + SETS_A_BATCH)) {
      const keyed = toKeyedEvent(one);
      const id = keyed.event.element_set;
      if (given.has(id)) repeated++;
      else if (recordedIds.has(id)) known++;
      else fresh.set(id, toRecord(keyed));
      given.add(id);
    }
    await log.append(ELEMENT_SETS_TOPIC, [...fresh.values()]);
    for (const id of fresh.keys()) recordedIds.add(id);
    added += fresh.size;
    onProgress(Math.min(start + SETS_A_BATCH, sets.length), sets.length);
  }
  return { added, known, repeated };
}
