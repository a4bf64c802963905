import type { Checkpoint } from "../event_log/event_log.ts";
import { preparedOnce, type Sqlite } from "../sqlite.ts";

const checkpoints = preparedOnce((db) =>
  db.prepare<[], Checkpoint>(`
    SELECT name AS topic, partition, next_offset AS nextOffset,
      last_record_hash AS lastRecordHash
    FROM checkpoints JOIN topics ON ref = topic_ref
    WHERE records_read > 0 ORDER BY name, partition`)
);

/** Where reading goes on: a checkpoint for each partition ever read. */
export function readCheckpoints(db: Sqlite): Checkpoint[] {
  return checkpoints(db).all();
}
