import { allHours } from "../../shared/projection/content_checksum.ts";
import type { Projection } from "../../shared/projection/projection.ts";
import { readRecordings } from "../../shared/projection/recordings.ts";
import { preparedOnce } from "../../shared/sqlite.ts";
import { countPartitions } from "./count_partitions.ts";

/** Where the positions of a topic are. */
export interface TopicCounts {
  readonly topic: string;
  readonly positionsDecoded: number;
  readonly positionsStored: number;
  readonly positionsSuperseded: number;
}

/** What is kept of a satellite on a topic, and what is stored. */
export interface RecordingCounts {
  readonly topic: string;
  readonly noradId: number;
  readonly name: string;
  readonly firstMs: number;
  readonly lastMs: number;
  readonly samples: number;
  readonly positionsStored: number;
}

const superseded = preparedOnce((db) =>
  db.prepare<[], { topic: string; positionsSuperseded: number }>(`
    SELECT name AS topic, positions_superseded AS positionsSuperseded
    FROM topics ORDER BY name`)
);

/** Counts what is stored of each satellite on each topic, in their order. */
export function countRecordings(projection: Projection): RecordingCounts[] {
  const stored = new Map<string, number>();
  for (const { topic, hour } of allHours(projection)) {
    const key = `${hour.noradId} ${topic}`;
    const count = projection.positions.count(hour);
    stored.set(key, (stored.get(key) ?? 0) + count);
  }
  return [...readRecordings(projection).values()].flat().map((recording) => {
    const { topic, noradId, name, firstMs, lastMs, samples } = recording;
    const positionsStored = stored.get(`${noradId} ${topic}`) ?? 0;
    return { topic, noradId, name, firstMs, lastMs, samples, positionsStored };
  });
}

export function countTopics(
  { db }: Projection,
  recordings: readonly RecordingCounts[],
): TopicCounts[] {
  const partitions = countPartitions(db);
  const sum = <T extends { topic: string }>(
    of: readonly T[],
    topic: string,
    count: (one: T) => number,
  ) =>
    of.filter((one) => one.topic === topic)
      .reduce((total, one) => total + count(one), 0);
  return superseded(db).all().map(({ topic, positionsSuperseded }) => ({
    topic,
    positionsDecoded: sum(partitions, topic, (one) => one.positionsDecoded),
    positionsStored: sum(recordings, topic, (one) => one.positionsStored),
    positionsSuperseded,
  }));
}
