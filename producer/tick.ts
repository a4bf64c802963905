import { positionsRecorded } from "../shared/events/positions_recorded.ts";
import type { ComputePosition } from "./position_computer.ts";
import type { Publisher } from "./publisher.ts";
import type { Channel } from "./topics.ts";

/**
 * Publishes where a topic's satellites are at a tick, as one event; false if
 * the log cannot take it now.
 */
export function publishTick(
  { topic, key, tracks }: Channel,
  timeMs: number,
  ports: {
    readonly publisher: Publisher;
    readonly computePosition: ComputePosition;
  },
): Promise<boolean> {
  const positions = tracks
    .map(({ satellite }) => ports.computePosition(satellite, timeMs, "live"))
    .filter((position) => position !== null);
  // Nothing to say is not a failure: it would be the same later.
  if (positions.length === 0) return Promise.resolve(true);
  return ports.publisher.publish(topic, key, positionsRecorded(positions));
}
