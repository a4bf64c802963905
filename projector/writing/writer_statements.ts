import type { Sqlite } from "../../shared/sqlite.ts";

/** Everything that the writer says to the database, but for positions. */
export function prepareWriterStatements(db: Sqlite) {
  return {
    nextRevision: db.prepare<[], number>(
      "UPDATE projection SET revision = revision + 1 RETURNING revision",
    ).pluck(),
    allTopics: db.prepare<[], { ref: number; name: string }>(
      "SELECT ref, name FROM topics",
    ),
    setPreference: db.prepare(`
      UPDATE topics SET preference = @preference
      WHERE ref = @ref AND preference <> @preference`),
    // The assignment that changes nothing makes RETURNING give the row.
    topicRef: db.prepare<[string, number], number>(`
      INSERT INTO topics (name, preference) VALUES (?, ?)
      ON CONFLICT DO UPDATE SET name = name RETURNING ref`).pluck(),
    elementSetRef: db.prepare<[string], number>(
      "SELECT ref FROM element_set_refs WHERE id = +?",
    ).pluck(),
    addElementSetRef: db.prepare<[string], number>(
      "INSERT INTO element_set_refs (id) VALUES (?) RETURNING ref",
    ).pluck(),
    deadLetter: db.prepare(`
      INSERT INTO dead_letters VALUES
      (@topicRef, @partition, @offset, @key, @value, @timestampMs, @reason)
      ON CONFLICT DO UPDATE SET reason = excluded.reason`),
    removeDeadLetter: db.prepare(`
      DELETE FROM dead_letters WHERE topic_ref = @topicRef
        AND partition = @partition AND offset = @offset`),
    countRecovered: db.prepare(`
      UPDATE checkpoints SET records_applied = records_applied + 1,
        positions_decoded = positions_decoded + @positions
      WHERE topic_ref = +@topicRef AND partition = +@partition`),
    nextOffset: db.prepare<[number, number], number>(`
      SELECT next_offset FROM checkpoints
      WHERE topic_ref = +? AND partition = +?`).pluck(),
    advance: db.prepare(`
      INSERT INTO checkpoints VALUES
      (@topicRef, @partition, @nextOffset, @lastRecordHash, @recordsRead,
       @recordsApplied, @positionsDecoded, NULL)
      ON CONFLICT DO UPDATE SET
        next_offset = excluded.next_offset,
        last_record_hash = excluded.last_record_hash,
        records_read = records_read + excluded.records_read,
        records_applied = records_applied + excluded.records_applied,
        positions_decoded = positions_decoded + excluded.positions_decoded,
        halted = NULL`),
    // Also where nothing of it was ever read.
    halt: db.prepare(`
      INSERT INTO checkpoints VALUES
      (@topicRef, @partition, 0, NULL, 0, 0, 0, @reason)
      ON CONFLICT DO UPDATE SET halted = excluded.halted`),
    forgetHalts: db.prepare(
      "UPDATE checkpoints SET halted = NULL WHERE halted IS NOT NULL",
    ),
    forgetLateRanges: db.prepare(
      "DELETE FROM late_ranges WHERE committed_ms < ?",
    ),
  };
}
