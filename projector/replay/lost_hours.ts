import { createBreather } from "../../shared/breathe.ts";
import type { TopicDescription } from "../../shared/event_log/event_log.ts";
import { partitionKey } from "../../shared/event_log/partition_key.ts";
import { allHours } from "../../shared/projection/content_checksum.ts";
import type { Projection } from "../../shared/projection/projection.ts";
import { readRecordings } from "../../shared/projection/recordings.ts";
import { DamagedHour } from "../../shared/projection/store/stored_hour.ts";

/** What of a satellite comes from events that the log holds no more. */
export interface LostHours {
  readonly noradId: number;
  readonly topic: string;
  readonly hours: number;
}

/**
 * Finds the hours of the projection in use that the log does not reach back
 * to, all or a part of each: a projection made of it now would lack them.
 *
 * @param topics What the log holds of the topics that are projected.
 */
export async function findLostHours(
  inUse: Projection,
  topics: readonly TopicDescription[],
  signal: AbortSignal,
): Promise<LostHours[]> {
  const firstOffsets = new Map(
    topics.flatMap(({ name: topic, partitions }) =>
      partitions.map((held) => [
        partitionKey({ topic, ...held }),
        held.firstOffset,
      ])
    ),
  );
  const isHeld = (topic: string, partition: number, offset: number) =>
    offset >=
      (firstOffsets.get(partitionKey({ topic, partition })) ?? Infinity);
  const whole = new Set(
    topics.filter(({ partitions }) =>
      partitions.every(({ firstOffset }) => firstOffset === 0)
    ).map(({ name }) => name),
  );
  const recordings = [...readRecordings(inUse).values()].flat();
  if (recordings.every(({ topic }) => whole.has(topic))) return [];
  const lost = new Map<string, LostHours>();
  const breathe = createBreather();
  for (const { topic, hour } of allHours(inUse)) {
    signal.throwIfAborted();
    await breathe();
    if (whole.has(topic)) continue;
    const { noradId } = hour;
    let isLost = false;
    try {
      const { partition, offset } = inUse.positions.content(hour);
      isLost = partition.some((number, i) =>
        !isHeld(topic, number, offset[i]!)
      );
    } catch (error) {
      // What cannot be read is lost already.
      if (!(error instanceof DamagedHour)) throw error;
    }
    if (!isLost) continue;
    const key = `${noradId} ${topic}`;
    const hours = (lost.get(key)?.hours ?? 0) + 1;
    lost.set(key, { noradId, topic, hours });
  }
  return [...lost.values()];
}

/** What would be lost, in one sentence that says what to do. */
export function describeLostHours(lost: readonly LostHours[]): string {
  const each = lost.map(({ noradId, topic, hours }) =>
    `${hours} hours of satellite ${noradId} on ${topic}`
  );
  return `Cannot make all of the projection anew as the log must reach back ` +
    `to all that it holds: it would lack ${each.join(", ")}. Bring back the ` +
    "log, or run it with --accept to go on without";
}
