import type { Sqlite } from "../sqlite.ts";
import { projectionVersion } from "./schema.ts";

/** How far a projection is, and what came of the records that were read. */
export interface Progress {
  readonly id: string;
  /** Of its tables, and of the rules by which they are filled. */
  readonly version: number;
  readonly revision: number;
  readonly positionsSuperseded: number;
  /** Satellites of which rows that follow from others are to be made anew. */
  readonly satellitesPending: number;
  readonly topics: readonly TopicProgress[];
  readonly partitions: readonly PartitionProgress[];
}

export interface TopicProgress {
  readonly name: string;
  /** Time of its newest position; null where it has none. */
  readonly newestPositionMs: number | null;
}

export interface PartitionProgress {
  readonly topic: string;
  readonly partition: number;
  /** Null where nothing was read. */
  readonly nextOffset: number | null;
  readonly recordsRead: number;
  readonly recordsApplied: number;
  readonly positionsDecoded: number;
  /** Why it is not read on; null where it is. */
  readonly halted: string | null;
}

/** Reads how far a projection is, of one commit. */
export function readProgress(db: Sqlite): Progress {
  return db.transaction(() => ({
    ...db.prepare<[], Omit<Progress, "version" | "topics" | "partitions">>(`
      SELECT id, revision,
        (SELECT coalesce(sum(positions_superseded), 0) FROM topics)
          AS positionsSuperseded,
        (SELECT count(DISTINCT norad_id) FROM pending) AS satellitesPending
      FROM projection`).get()!,
    version: projectionVersion(db),
    topics: db.prepare<[], TopicProgress>(`
      SELECT name, newest AS newestPositionMs
      FROM topics LEFT JOIN (
        SELECT topic_ref, max(last_ms) AS newest FROM recordings
        GROUP BY topic_ref) ON topic_ref = ref
      ORDER BY name`).all(),
    partitions: db.prepare<[], PartitionProgress>(`
      SELECT name AS topic, partition,
        iif(records_read > 0, next_offset, NULL) AS nextOffset,
        records_read AS recordsRead, records_applied AS recordsApplied,
        positions_decoded AS positionsDecoded, halted
      FROM checkpoints JOIN topics ON ref = topic_ref
      ORDER BY name, partition`).all(),
  }))();
}
