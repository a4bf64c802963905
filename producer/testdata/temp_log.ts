import type { EventLog } from "../../shared/event_log/event_log.ts";
import { openEventLog } from "../../shared/event_log/open_event_log.ts";
import { decodeEvent, type Event } from "../../shared/events/event.ts";
import { valueAt } from "../../shared/events/column.ts";
import {
  type Origin,
  type PositionsRecorded,
  sampleCount,
} from "../../shared/events/positions_recorded.ts";

/** An embedded log of its own for one test, removed afterwards. */
export async function withTempLog(
  test: (log: EventLog) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir();
  const log = await openEventLog(`sqlite:${folder}/events.db`);
  try {
    await test(log);
  } finally {
    await log.close();
    await Deno.remove(folder, { recursive: true });
  }
}

export interface FoundEvent {
  readonly topic: string;
  readonly key: string | null;
  readonly timestampMs: number;
  readonly event: Event;
  readonly bytes: number;
}

/** Reads all events of the topics, in order of offset. */
export async function readEvents(
  log: EventLog,
  topics: readonly string[],
): Promise<FoundEvent[]> {
  const found: FoundEvent[] = [];
  for await (const result of log.read({ topics, until: "end" })) {
    if (result.kind !== "records") throw new Error(result.reason);
    const { topic } = result;
    for (const record of result.records) {
      found.push({
        topic,
        key: record.key,
        timestampMs: record.timestampMs,
        event: decodeEvent(record, { topic, satellite: null }),
        bytes: record.value?.length ?? 0,
      });
    }
  }
  return found;
}

export async function readPositionEvents(
  log: EventLog,
  topic: string,
): Promise<PositionsRecorded[]> {
  const events = (await readEvents(log, [topic])).map(({ event }) => event);
  return events.filter((event) => event.type === "PositionsRecorded");
}

/** The origins of every recorded tick of one satellite, in order of time. */
export async function readTicks(
  log: EventLog,
  topic: string,
  noradId: number,
): Promise<Map<number, Origin[]>> {
  const ticks = new Map<number, Origin[]>();
  for (const event of await readPositionEvents(log, topic)) {
    for (let i = 0; i < sampleCount(event); i++) {
      if (valueAt(event.norad_id, i) !== noradId) continue;
      const timeMs = valueAt(event.time_ms, i);
      const origins = ticks.get(timeMs) ?? [];
      ticks.set(timeMs, [...origins, valueAt(event.origin, i)]);
    }
  }
  return new Map([...ticks].sort(([a], [b]) => a - b));
}

/** Every tick of `[fromMs, toMs)`. */
export function everyTick(
  fromMs: number,
  toMs: number,
  stepMs = 1000,
): number[] {
  const firstMs = Math.ceil(fromMs / stepMs) * stepMs;
  const count = Math.max(0, Math.ceil((toMs - firstMs) / stepMs));
  return Array.from({ length: count }, (_, i) => firstMs + i * stepMs);
}
