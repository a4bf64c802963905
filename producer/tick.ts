import { createBreather } from "../shared/breathe.ts";
import {
  positionsRecorded,
  type RecordedPosition,
} from "../shared/events/positions_recorded.ts";
import type { BulkComputer } from "./bulk_computer.ts";
import type { ComputePosition } from "./position_computer.ts";
import type { KeyedEvent, Publisher } from "./publisher.ts";
import type { Channel } from "./channel.ts";

export interface TickPorts {
  readonly publisher: Publisher;
  readonly computePosition: ComputePosition;
  readonly bulk: BulkComputer;
}

/**
 * Publishes where a topic's satellites are at a tick, as one event a channel,
 * all in one append; false if the log cannot take them now.
 */
export async function publishTick(
  topic: string,
  channels: readonly Channel[],
  timeMs: number,
  ports: TickPorts,
): Promise<boolean> {
  const events: KeyedEvent[] = [];
  const breathe = createBreather();
  for (const channel of channels) {
    const positions = await positionsOf(channel, timeMs, ports);
    // Nothing to say is not a failure: it would be the same later.
    if (positions.length === 0) continue;
    events.push({ key: channel.key, event: positionsRecorded(positions) });
    await breathe();
  }
  ports.bulk.tellFailures();
  return events.length === 0 || await ports.publisher.publishAll(topic, events);
}

function positionsOf(
  { topic, key, isBulk, tracks }: Channel,
  timeMs: number,
  { bulk, computePosition }: TickPorts,
): RecordedPosition[] | Promise<RecordedPosition[]> {
  if (isBulk) {
    const satellites = tracks.map(({ satellite }) => satellite);
    const keptAs = `${key} of ${topic}`;
    return bulk.compute(satellites, [timeMs], { keptAs, origin: "live" });
  }
  return tracks
    .map(({ satellite }) => computePosition(satellite, timeMs, "live"))
    .filter((position) => position !== null);
}
