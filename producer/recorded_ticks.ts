import type { EventLog, LogRecord } from "../shared/event_log/event_log.ts";
import { valueAt } from "../shared/events/column.ts";
import { DecodeError } from "../shared/events/decode_error.ts";
import { decodeEvent, type Event } from "../shared/events/event.ts";
import type { EventSource } from "../shared/events/event_source.ts";
import { sampleCount } from "../shared/events/positions_recorded.ts";
import type { Clock } from "./clock.ts";
import type { MissingTicks } from "./missing_ticks.ts";
import type { Report } from "./report.ts";
import type { Track } from "./channel.ts";
import { tellReading } from "./tell_reading.ts";

export interface RecordedTicksPorts {
  readonly log: EventLog;
  readonly clock: Clock;
  readonly report: Report;
}

/**
 * Reads the tracks' own topics to their end, and takes every tick that they
 * hold from those that are missing.
 *
 * @param options.fromMs No record before this is asked for.
 * @throws {EventLogError} If the log cannot be read now.
 */
export async function removeRecordedTicks(
  tracks: readonly Track[],
  { log, clock, report }: RecordedTicksPorts,
  options: { readonly fromMs: number; readonly signal: AbortSignal },
): Promise<void> {
  const { fromMs, signal } = options;
  const byTopic = Map.groupBy(tracks, ({ topic }) => topic);
  const missing = new Map(
    [...byTopic].map(([topic, members]) => [
      topic,
      new Map(members.map((t) => [t.satellite.noradId, t.missing])),
    ]),
  );
  const results = log.read({
    topics: [...byTopic.keys()],
    fromTimeMs: fromMs,
    until: "end",
    signal,
  });
  for await (const result of results) {
    if (result.kind === "records") {
      const { topic } = result;
      const bySatellite = missing.get(topic)!;
      // Events that leave their satellite to the topic are of other senders.
      const source = { topic, satellite: null };
      for (const record of result.records) {
        const event = decodeOrNull(record, source);
        if (event !== null) removeTicksOf(event, bySatellite);
      }
      // A day of seconds takes a second to decode: the live tick goes first.
      await clock.sleepUntil(clock.nowMs(), signal);
    } else tellReading(result, report);
  }
}

function removeTicksOf(
  event: Event,
  missing: ReadonlyMap<number, MissingTicks>,
): void {
  if (event.type !== "PositionsRecorded") return;
  const count = sampleCount(event);
  for (let i = 0; i < count; i++) {
    missing.get(valueAt(event.norad_id, i))?.remove(valueAt(event.time_ms, i));
  }
}

/** What others wrote there is the projector's to judge. */
function decodeOrNull(record: LogRecord, source: EventSource): Event | null {
  try {
    return decodeEvent(record, source);
  } catch (error) {
    if (error instanceof DecodeError) return null;
    throw error;
  }
}
