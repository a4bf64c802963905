import { prepareWriterStatements } from "../projector/writing/writer_statements.ts";
import type { Changes } from "../projector/writing/changes.ts";
import type { Sqlite } from "../shared/sqlite.ts";
import { PLAIN_POSITIONS } from "./plain_rows.ts";

/**
 * Commits live positions as the version before sealed hours did: one
 * transaction with everything that belongs to it, and a plain row a position.
 */
export class PlainWriter {
  readonly #db: Sqlite;
  readonly #sql;
  readonly #insert;
  readonly #extent;
  readonly #superseded;
  readonly #elementSetRef;
  readonly #name;

  constructor(db: Sqlite) {
    this.#db = db;
    db.exec(`DROP TABLE positions; ${PLAIN_POSITIONS}`);
    this.#sql = prepareWriterStatements(db);
    this.#insert = db.prepare(
      "INSERT INTO positions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    );
    this.#extent = db.prepare(`
      INSERT INTO recordings VALUES (?, ?, '', 0, ?, ?, ?, 0)
      ON CONFLICT DO UPDATE SET
        first_ms = min(first_ms, excluded.first_ms),
        last_ms = max(last_ms, excluded.last_ms),
        samples = samples + excluded.samples`);
    this.#superseded = db.prepare(`
      UPDATE topics SET positions_superseded = positions_superseded + ?
      WHERE ref = ?`);
    this.#elementSetRef = db.prepare<[string], number>(`
      INSERT INTO element_set_refs (id) VALUES (?)
      ON CONFLICT DO UPDATE SET id = id RETURNING ref`).pluck();
    this.#name = db.prepare(`
      UPDATE recordings SET name = @name, name_time_ms = @timeMs
      WHERE norad_id = +@noradId AND topic_ref = +@topicRef
        AND (@timeMs, @name) > (name_time_ms, name)`);
  }

  commit(changes: Changes): void {
    this.#db.transaction(() => this.#write(changes)).immediate();
  }

  #write({ topics, elementSetIds, rows, names, progress }: Changes): void {
    this.#sql.nextRevision.get();
    const topicRefs = topics.map((name) => this.#sql.topicRef.get(name, 0)!);
    const elementSetRefs = elementSetIds.map((id) =>
      this.#elementSetRef.get(id)!
    );
    for (let i = 0; i < rows.timeMs.length; i++) {
      const [noradId, timeMs] = [rows.noradId[i]!, rows.timeMs[i]!];
      const topicRef = topicRefs[rows.topic[i]!]!;
      this.#insert.run(
        noradId,
        topicRef,
        timeMs,
        rows.latitudeE6[i]!,
        rows.longitudeE6[i]!,
        rows.altitudeE4[i]!,
        rows.origin[i]!,
        elementSetRefs[rows.elementSet[i]!] ?? 0,
        rows.partition[i]!,
        rows.offset[i]!,
        rows.sample[i]!,
      );
      this.#extent.run(noradId, topicRef, timeMs, timeMs, 1);
      this.#superseded.run(0, topicRef);
    }
    for (const { noradId, topic, name, timeMs } of names) {
      const topicRef = topicRefs[topic]!;
      this.#name.run({ noradId, topicRef, name, timeMs });
    }
    for (const partition of progress) {
      const topicRef = this.#sql.topicRef.get(partition.topic, 0)!;
      this.#sql.nextOffset.get(topicRef, partition.partition);
      this.#sql.advance.run({ ...partition, topicRef });
    }
  }
}
