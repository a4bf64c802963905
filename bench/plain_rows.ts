import type { PositionColumns } from "../shared/projection/position_columns.ts";
import type { TimeRangeMs } from "../shared/projection/time_range.ts";
import { openSqlite, type Sqlite } from "../shared/sqlite.ts";

// What a row holds beside where and when.
const NORAD_ID = 25994;
const TOPIC_REF = 1;
const BACKFILL = 1;
const ELEMENT_SET_REF = 1;
const PARTITION = 0;
const SAMPLES_AN_EVENT = 3600;
const ROWS_A_TRANSACTION = 50_000;
const FIELDS = 11;

/** A row a position, as the version before sealed hours stored them. */
export const PLAIN_POSITIONS = `CREATE TABLE positions (
    norad_id INTEGER NOT NULL,
    topic_ref INTEGER NOT NULL,
    time_ms INTEGER NOT NULL,
    latitude_e6 INTEGER NOT NULL,
    longitude_e6 INTEGER NOT NULL,
    altitude_e4 INTEGER NOT NULL,
    origin INTEGER NOT NULL,
    element_set_ref INTEGER NOT NULL,
    partition INTEGER NOT NULL,
    offset INTEGER NOT NULL,
    sample INTEGER NOT NULL,
    PRIMARY KEY (norad_id, topic_ref, time_ms)
  ) STRICT, WITHOUT ROWID`;

export function createPlainRows(path: string): Sqlite {
  const db = openSqlite(path);
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = NORMAL");
  db.pragma("wal_autocheckpoint = 20000");
  db.pragma("cache_size = -64000");
  db.exec(PLAIN_POSITIONS);
  return db;
}

/** Inserts positions, `rows` a statement and 50,000 a transaction. */
export function insertPlainRows(
  db: Sqlite,
  columns: PositionColumns,
  rows: number,
): void {
  const row = `(${Array(FIELDS).fill("?").join(",")})`;
  const insertSome = (count: number) =>
    db.prepare(
      `INSERT INTO positions VALUES ${Array(count).fill(row).join(",")}`,
    );
  const insert = insertSome(rows);
  const { length } = columns.timeMs;
  for (let at = 0; at < length; at += ROWS_A_TRANSACTION) {
    const end = Math.min(at + ROWS_A_TRANSACTION, length);
    db.transaction(() => {
      for (let i = at; i < end; i += rows) {
        const count = Math.min(rows, end - i);
        const statement = count === rows ? insert : insertSome(count);
        statement.run(...toValues(columns, i, i + count));
      }
    })();
  }
}

function toValues(
  { timeMs, latitudeE6, longitudeE6, altitudeE4 }: PositionColumns,
  start: number,
  end: number,
): number[] {
  const values: number[] = [];
  for (let i = start; i < end; i++) {
    values.push(
      NORAD_ID,
      TOPIC_REF,
      timeMs[i]!,
      latitudeE6[i]!,
      longitudeE6[i]!,
      altitudeE4[i]!,
      BACKFILL,
      ELEMENT_SET_REF,
      PARTITION,
      Math.floor(i / SAMPLES_AN_EVENT),
      i % SAMPLES_AN_EVENT,
    );
  }
  return values;
}

const PLACE = `time_ms, latitude_e6 / 1e6 AS latitude_deg,
  longitude_e6 / 1e6 AS longitude_deg, altitude_e4 / 1e4 AS altitude_km`;
const WITHIN = `norad_id = ${NORAD_ID} AND topic_ref = ${TOPIC_REF}
  AND time_ms >= ? AND time_ms < ?`;

/** Makes queries that give JSON, as anyone would write them first. */
export function preparePlainQueries(db: Sqlite) {
  const raw = db.prepare<[number, number]>(
    `SELECT ${PLACE} FROM positions WHERE ${WITHIN} ORDER BY time_ms`,
  );
  const arrays = db.prepare<[number, number]>(raw.source).raw();
  const thinned = db.prepare<[number, number, number]>(`
    SELECT min(time_ms) AS first_ms, ${PLACE} FROM positions
    WHERE ${WITHIN} GROUP BY time_ms / ? ORDER BY first_ms`);
  return {
    objects: ({ fromMs, toMs }: TimeRangeMs) =>
      JSON.stringify(raw.all(fromMs, toMs)),
    arrays: ({ fromMs, toMs }: TimeRangeMs) =>
      JSON.stringify(arrays.all(fromMs, toMs)),
    thinned: ({ fromMs, toMs }: TimeRangeMs, bucketMs: number) =>
      JSON.stringify(thinned.all(fromMs, toMs, bucketMs)),
    iterate: () => raw.iterate(0, Number.MAX_SAFE_INTEGER),
  };
}
