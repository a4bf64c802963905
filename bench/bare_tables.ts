import type { NewRecord } from "../shared/event_log/event_log.ts";
import type { PositionColumns } from "../shared/projection/position_columns.ts";
import { openSqlite, type Sqlite } from "../shared/sqlite.ts";

/** What anyone would write first: a row an event, a transaction a batch. */
export function createBareLog(path: string): Sqlite {
  const db = openSqlite(path);
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = FULL");
  db.exec("CREATE TABLE events (id INTEGER PRIMARY KEY, key TEXT, value BLOB)");
  return db;
}

export function appendBare(db: Sqlite, batch: readonly NewRecord[]): void {
  const insert = db.prepare("INSERT INTO events (key, value) VALUES (?, ?)");
  db.transaction(() => {
    for (const { key, value } of batch) insert.run(key, value);
  })();
}

export function readBare(db: Sqlite): number {
  let bytes = 0;
  for (const row of db.prepare("SELECT * FROM events ORDER BY id").iterate()) {
    bytes += (row as { value: Uint8Array }).value.length;
  }
  return bytes;
}

export function createBarePositions(path: string): Sqlite {
  const db = openSqlite(path);
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = NORMAL");
  db.exec(`CREATE TABLE positions (
    norad_id INTEGER, time_ms INTEGER, latitude REAL, longitude REAL,
    altitude REAL, PRIMARY KEY (norad_id, time_ms)) WITHOUT ROWID`);
  return db;
}

const ROWS_A_TRANSACTION = 50_000;

export function insertBarePositions(db: Sqlite, columns: PositionColumns) {
  const insert = db.prepare(
    "INSERT INTO positions VALUES (25994, ?, ?, ?, ?)",
  );
  const { timeMs, latitudeE6, longitudeE6, altitudeE4 } = columns;
  for (let at = 0; at < timeMs.length; at += ROWS_A_TRANSACTION) {
    db.transaction(() => {
      const end = Math.min(at + ROWS_A_TRANSACTION, timeMs.length);
      for (let i = at; i < end; i++) {
        insert.run(
          timeMs[i],
          latitudeE6[i]! / 1e6,
          longitudeE6[i]! / 1e6,
          altitudeE4[i]! / 1e4,
        );
      }
    })();
  }
}
