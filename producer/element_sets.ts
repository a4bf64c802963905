import { createBreather } from "../shared/breathe.ts";
import { elementSetRecorded } from "../shared/events/element_set_recorded.ts";
import type { EventLog } from "../shared/event_log/event_log.ts";
import type { Clock } from "./clock.ts";
import { readRecentSetIds } from "./intake/recent_set_ids.ts";
import type { Publisher } from "./publisher.ts";
import type { Report } from "./report.ts";
import type { Satellite } from "./satellites.ts";
import type { SourcedSet } from "./sources/element_source.ts";

export const ELEMENT_SETS_TOPIC = "element_sets";

/** So many events go to the log in one append: half a megabyte. */
export const SETS_A_BATCH = 1000;

/** Fewer sets are published again at each start: that is less than reading. */
const WORTH_LOOKING_UP = 100;

/** How soon to try a log again that took none. */
const RETRY_MS = 1000;

export interface ElementSetPorts {
  readonly log: EventLog;
  readonly clock: Clock;
  readonly report: Report;
  readonly publisher: Publisher;
}

/**
 * Publishes the element sets that positions will name, trying until the log
 * has them or the signal: readers then know a set before what rests on it.
 */
export async function publishElementSets(
  satellites: readonly Satellite[],
  ports: ElementSetPorts,
  signal: AbortSignal,
): Promise<void> {
  const { clock, publisher } = ports;
  const known = satellites.length < WORTH_LOOKING_UP
    ? new Set<string>()
    : await readRecentSetIds(ELEMENT_SETS_TOPIC, ports, signal);
  // One in any case, by which is known that the log takes them.
  const sets = satellites
    .filter(({ elementSetId }, i) => i === 0 || !known.has(elementSetId))
    .map(({ elements }) => elements);
  const breathe = createBreather();
  for (let start = 0; start < sets.length; start += SETS_A_BATCH) {
    const batch = sets.slice(start, start + SETS_A_BATCH);
    while (!signal.aborted && !await publishSets(batch, publisher)) {
      await clock.sleepUntil(clock.nowMs() + RETRY_MS, signal);
    }
    await breathe();
  }
}

/** Publishes some element sets; false if the log cannot take them now. */
export function publishSets(
  sets: readonly SourcedSet[],
  publisher: Publisher,
): Promise<boolean> {
  return publisher.publishAll(ELEMENT_SETS_TOPIC, sets.map(toKeyedEvent));
}

/** The event that puts an element set on record. */
export function toKeyedEvent({ set, source, receivedMs }: SourcedSet) {
  return {
    key: String(set.noradId),
    event: elementSetRecorded(set, { source, timeMs: receivedMs }),
  };
}
