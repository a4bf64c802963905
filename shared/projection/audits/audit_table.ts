import type { Sqlite } from "../../sqlite.ts";
import { encodePredictions } from "./audit_codec.ts";
import type { StoredPrediction } from "./stored_audit.ts";

// By the set that tells the truth, with what the earlier sets and the positions
// recorded before had predicted, a blob for each kind. Refs are given in order
// of arrival, so whatever must be the same in two rebuilds goes by epoch and id.
const TABLE = `
  CREATE TABLE audits (
    norad_id INTEGER NOT NULL,
    epoch_us INTEGER NOT NULL,
    ref INTEGER NOT NULL,
    of_sets BLOB NOT NULL DEFAULT x'',
    of_recorded BLOB NOT NULL DEFAULT x'',
    PRIMARY KEY (norad_id, epoch_us, ref)
  ) STRICT, WITHOUT ROWID;
`;

export function createAuditTable(db: Sqlite): void {
  db.exec(TABLE);
}

/** The set that an audit is by. */
export interface AuditKey {
  readonly noradId: number;
  readonly epochUs: number;
  readonly ref: number;
}

const COLUMNS = { set: "of_sets", recorded: "of_recorded" } as const;

/** Writes what audits of one kind found; belongs inside a transaction. */
export class AuditWriter {
  readonly #write;

  constructor(db: Sqlite, kind: StoredPrediction["kind"]) {
    const column = COLUMNS[kind];
    this.#write = db.prepare<[number, number, number, Uint8Array]>(`
      INSERT INTO audits (norad_id, epoch_us, ref, ${column})
      VALUES (?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET ${column} = excluded.${column}`);
  }

  /** Writes predictions in the place of those there were. */
  write(
    { noradId, epochUs, ref }: AuditKey,
    predictions: readonly Omit<StoredPrediction, "kind">[],
  ): void {
    this.#write.run(noradId, epochUs, ref, encodePredictions(predictions));
  }
}
