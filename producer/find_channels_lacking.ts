import { type EventLog, EventLogError } from "../shared/event_log/event_log.ts";
import type { Channel } from "./channel.ts";

/**
 * Finds the channels of which the log holds no event of a tick or later, by
 * their keys; none if the log cannot tell now.
 */
export async function findChannelsLacking(
  log: EventLog,
  channels: readonly Channel[],
  { timeMs, signal }: {
    readonly timeMs: number;
    readonly signal: AbortSignal;
  },
): Promise<Channel[]> {
  const held = new Set<string>();
  const results = log.read({
    topics: [...new Set(channels.map(({ topic }) => topic))],
    fromTimeMs: timeMs,
    until: "end",
    signal,
  });
  try {
    for await (const result of results) {
      if (result.kind !== "records") continue;
      for (const { key, timestampMs } of result.records) {
        if (timestampMs >= timeMs) held.add(`${key} ${result.topic}`);
      }
    }
  } catch (error) {
    if (error instanceof EventLogError) return [];
    throw error;
  }
  return channels.filter(({ key, topic }) => !held.has(`${key} ${topic}`));
}
