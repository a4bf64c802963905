import { type Sqlite, sqliteErrorCode, type Statement } from "../../sqlite.ts";
import type { HourColumns } from "../hour_columns.ts";
import type { StoreKey } from "./stored_hour.ts";
import { SLOT_MS } from "./position_tables.ts";

/** Columns of the table, each a value of a row. */
const FIELDS = 12;

// The rule of mergeHours(). Negated, all of them are "larger wins".
const WINS = `
  (-excluded.origin, -excluded.partition, excluded.offset, excluded.sample) >
  (-positions.origin, -positions.partition, positions.offset, positions.sample)
`;

/** Rows a statement, largest first. */
const STATEMENT_ROWS = [50, 10, 1];

/** Some samples of one satellite on one topic, for hours that are open. */
export interface OpenSamples extends StoreKey {
  readonly samples: HourColumns;
}

/** Writes rows; where one of a time is there already, the rule decides. */
export class RowWriter {
  readonly #insert: Map<number, Statement>;
  readonly #insertOne: Statement;
  readonly #upsert: Statement;

  constructor(db: Sqlite) {
    this.#insert = new Map(
      STATEMENT_ROWS.map((rows) => [rows, db.prepare(insertSql(rows))]),
    );
    this.#insertOne = db.prepare(`${insertSql(1)} ON CONFLICT DO NOTHING`);
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
   * Writes what came, in the order in which it lies on the pages. The parts
   * are in order of satellite, topic and time.
   *
   * @returns Of each part, how many times are new.
   */
  write(parts: readonly OpenSamples[]): number[] {
    const added = parts.map(({ samples }) => samples.timeMs.length);
    for (const rows of bySlot(parts)) {
      let at = 0;
      for (const count of STATEMENT_ROWS) {
        for (; at + count <= rows.length; at += count) {
          const some = rows.slice(at, at + count);
          for (const { part } of this.#writeSome(parts, some)) {
            added[part]! -= 1;
          }
        }
      }
    }
    return added;
  }

  /** Writes some rows; returns those of which the time was there already. */
  #writeSome(parts: readonly OpenSamples[], rows: readonly Row[]): Row[] {
    const isAllNew = this.#insertAll(rows.map((row) => valuesOf(parts, row)));
    return isAllNew
      ? []
      : rows.filter((row) => !this.#settle(valuesOf(parts, row)));
  }

  /** False where one of them is there already: then none is written. */
  #insertAll(rows: readonly number[][]): boolean {
    try {
      this.#insert.get(rows.length)!.run(rows.flat());
      return true;
    } catch (error) {
      if (sqliteErrorCode(error) !== "SQLITE_CONSTRAINT_PRIMARYKEY") {
        throw error;
      }
      return false;
    }
  }

  /** Whether it is the first of its time. */
  #settle(row: readonly number[]): boolean {
    if (this.#insertOne.run(row).changes === 1) return true;
    this.#upsert.run(row);
    return false;
  }
}

/** A sample, by where it is. */
interface Row {
  readonly part: number;
  readonly index: number;
}

/** The samples of each slot and topic, by satellite and time. */
function bySlot(parts: readonly OpenSamples[]): Iterable<Row[]> {
  const slots = new Map<number, Row[]>();
  parts.forEach(({ topicRef, samples: { timeMs } }, part) => {
    for (let index = 0; index < timeMs.length; index++) {
      const slot = Math.floor(timeMs[index]! / SLOT_MS);
      const key = topicRef * 2 ** 32 + slot;
      const rows = slots.get(key);
      if (rows === undefined) slots.set(key, [{ part, index }]);
      else rows.push({ part, index });
    }
  });
  return slots.values();
}

function valuesOf(
  parts: readonly OpenSamples[],
  { part, index }: Row,
): number[] {
  const { noradId, topicRef, samples } = parts[part]!;
  const timeMs = samples.timeMs[index]!;
  return [
    topicRef,
    Math.floor(timeMs / SLOT_MS),
    noradId,
    timeMs,
    samples.latitudeE6[index]!,
    samples.longitudeE6[index]!,
    samples.altitudeE4[index]!,
    samples.origin[index]!,
    samples.elementSetRef[index]!,
    samples.partition[index]!,
    samples.offset[index]!,
    samples.sample[index]!,
  ];
}

function insertSql(rows: number): string {
  const row = `(${Array(FIELDS).fill("?").join(",")})`;
  return `INSERT INTO positions VALUES ${Array(rows).fill(row).join(",")}`;
}
