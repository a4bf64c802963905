import type { Sqlite, Statement } from "../sqlite.ts";

/** Columns of the table, each a value of a row. */
const FIELDS = 11;

// Live before backfill, then the lower partition, the later offset, the later
// sample within the event. Negated, all of them are "larger wins".
const WINS = `
  (-excluded.origin, -excluded.partition, excluded.offset, excluded.sample) >
  (-positions.origin, -positions.partition, positions.offset, positions.sample)
`;

/** Rows a statement, largest first. */
const STATEMENT_ROWS = [50, 10, 1];

/**
 * Writes positions; belongs inside the projector's transaction. Where events
 * claim the same key the rule of `WINS` decides, so that the content does not
 * depend on the order of arrival.
 */
export class PositionWriter {
  readonly #insert: Map<number, Statement>;
  readonly #upsert: Statement;

  constructor(db: Sqlite) {
    this.#insert = new Map(
      STATEMENT_ROWS.map((rows) => [
        rows,
        db.prepare(`${insertSql(rows)} ON CONFLICT DO NOTHING`),
      ]),
    );
    this.#upsert = db.prepare(`
      ${insertSql(1)} ON CONFLICT DO UPDATE SET
        latitude_e6 = excluded.latitude_e6,
        longitude_e6 = excluded.longitude_e6,
        altitude_e4 = excluded.altitude_e4,
        origin = excluded.origin,
        element_set_ref = excluded.element_set_ref,
        partition = excluded.partition,
        offset = excluded.offset,
        sample = excluded.sample
      WHERE ${WINS}
    `);
  }

  /**
   * Writes rows of 11 values each, in the order of the table's columns.
   *
   * @returns How many keys are new; for the others the rule decided.
   */
  write(values: readonly (number | null)[]): number {
    let added = 0;
    let at = 0;
    for (const rows of STATEMENT_ROWS) {
      const width = rows * FIELDS;
      for (; at + width <= values.length; at += width) {
        const chunk = values.slice(at, at + width);
        const { changes } = this.#insert.get(rows)!.run(...chunk);
        added += changes;
        if (changes < rows) this.#settle(chunk);
      }
    }
    return added;
  }

  // A row of the chunk that was inserted meets itself here and changes
  // nothing: it does not win against its own offset and sample.
  #settle(values: readonly (number | null)[]): void {
    for (let at = 0; at < values.length; at += FIELDS) {
      this.#upsert.run(...values.slice(at, at + FIELDS));
    }
  }
}

function insertSql(rows: number): string {
  const row = `(${Array(FIELDS).fill("?").join(",")})`;
  return `INSERT INTO positions VALUES ${Array(rows).fill(row).join(",")}`;
}
