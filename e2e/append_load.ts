import { setTimeout } from "node:timers/promises";
import {
  type EventLog,
  EventLogError,
  type NewRecord,
} from "../shared/event_log/event_log.ts";
import { openEventLog } from "../shared/event_log/open_event_log.ts";
import { encodeEvent } from "../shared/events/event.ts";
import { positionsRecorded } from "../shared/events/positions_recorded.ts";
import { LOAD_BEGIN_MS, LOAD_NORAD_IDS, LOAD_TOPIC } from "./load_content.ts";

/** Seconds in one batch, of every satellite. */
const BATCH_SECONDS = 10;

/** Between two batches, so that others have something of the processor. */
const PAUSE_MS = 50;

const RETRY_MS = 100;

/**
 * Appends batches to an event log until it is ended, each of them until the
 * log takes it, and then tells how many seconds it has appended: of each
 * satellite all of them, from `LOAD_BEGIN_MS` on.
 */
const stop = new AbortController();
Deno.addSignalListener("SIGTERM", () => stop.abort());
const log = await openEventLog(Deno.args[0]!);
let seconds = 0;
while (!stop.signal.aborted) {
  await appendSurely(log, batchFrom(seconds));
  seconds += BATCH_SECONDS;
  await setTimeout(PAUSE_MS);
}
console.log(`Appended ${seconds} seconds`);
await log.close();
Deno.exit(0);

async function appendSurely(
  log: EventLog,
  records: readonly NewRecord[],
): Promise<void> {
  for (;;) {
    try {
      return await log.append(LOAD_TOPIC, records);
    } catch (error) {
      if (!(error instanceof EventLogError)) throw error;
      await setTimeout(RETRY_MS);
    }
  }
}

function batchFrom(firstSecond: number): NewRecord[] {
  const firstMs = LOAD_BEGIN_MS + firstSecond * 1000;
  return LOAD_NORAD_IDS.map((noradId) => {
    const event = positionsRecorded(
      Array.from({ length: BATCH_SECONDS }, (_, i) => ({
        noradId,
        name: `LOAD ${noradId}`,
        timeMs: firstMs + i * 1000,
        latitudeDeg: (firstSecond + i) % 90,
        longitudeDeg: noradId % 180,
        altitudeKm: 700 + i,
        elementSetId: null,
        origin: "live",
      })),
    );
    const timestampMs = firstMs + (BATCH_SECONDS - 1) * 1000;
    return { key: `${noradId}`, value: encodeEvent(event), timestampMs };
  });
}
