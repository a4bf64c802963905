import type { Sqlite } from "../sqlite.ts";

/** How far a projection is, and what came of the records that were read. */
export interface Progress {
  readonly id: string;
  readonly revision: number;
  readonly positionsSuperseded: number;
  /** Null where there are no positions. */
  readonly newestPositionMs: number | null;
  readonly partitions: readonly PartitionProgress[];
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
    ...db.prepare<[], Omit<Progress, "partitions">>(`
      SELECT id, revision,
        (SELECT coalesce(sum(positions_superseded), 0) FROM topics)
          AS positionsSuperseded,
        (SELECT max(last_ms) FROM recordings) AS newestPositionMs
      FROM projection`).get()!,
    partitions: db.prepare<[], PartitionProgress>(`
      SELECT name AS topic, partition,
        iif(records_read > 0, next_offset, NULL) AS nextOffset,
        records_read AS recordsRead, records_applied AS recordsApplied,
        positions_decoded AS positionsDecoded, halted
      FROM checkpoints JOIN topics ON ref = topic_ref
      ORDER BY name, partition`).all(),
  }))();
}
