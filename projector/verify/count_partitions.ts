import { preparedOnce, type Sqlite } from "../../shared/sqlite.ts";

/** What a projection has made of one partition so far. */
export interface PartitionCounts {
  readonly topic: string;
  readonly partition: number;
  readonly nextOffset: number;
  readonly recordsRead: number;
  readonly recordsApplied: number;
  readonly deadLetters: number;
  readonly positionsDecoded: number;
  /** Of the last record that was read; null where none was. */
  readonly lastRecordHash: string | null;
}

const partitions = preparedOnce((db) =>
  db.prepare<[], PartitionCounts>(`
    SELECT name AS topic, partition, next_offset AS nextOffset,
      records_read AS recordsRead, records_applied AS recordsApplied,
      (SELECT count(*) FROM dead_letters AS letter
        WHERE (letter.topic_ref, letter.partition) = (ref, counted.partition))
        AS deadLetters,
      positions_decoded AS positionsDecoded,
      last_record_hash AS lastRecordHash
    FROM checkpoints AS counted JOIN topics ON ref = topic_ref
    ORDER BY name, partition`)
);

export function countPartitions(db: Sqlite): PartitionCounts[] {
  return partitions(db).all();
}
