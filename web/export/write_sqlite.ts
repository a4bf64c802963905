import { formatInstant } from "../../shared/instant.ts";
import { positionAt } from "../../shared/projection/position_columns.ts";
import { openSqlite, type Statement } from "../../shared/sqlite.ts";
import { createBreather } from "../../shared/breathe.ts";
import type { PositionsPart } from "../positions/satellite_positions.ts";

const TABLE = `
  CREATE TABLE positions (
    norad_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    time TEXT NOT NULL,
    time_ms INTEGER NOT NULL,
    latitude_deg REAL NOT NULL,
    longitude_deg REAL NOT NULL,
    altitude_km REAL NOT NULL,
    PRIMARY KEY (norad_id, time_ms)
  ) STRICT, WITHOUT ROWID;
`;

/** Rows of a transaction, which takes some 10 ms. */
const MOST_ROWS = 4_000;

/** Rows of a statement: twice as fast as one each, and more gain nothing. */
const ROWS = 32;

/** Writes positions into a new SQLite database, as ordinary rows. */
export async function writeSqlite(
  parts: Iterable<PositionsPart>,
  { path, signal }: { readonly path: string; readonly signal: AbortSignal },
): Promise<void> {
  const breathe = createBreather();
  const db = openSqlite(path);
  try {
    // A database that is not whole is thrown away: it needs no journal.
    db.pragma("journal_mode = OFF");
    db.pragma("synchronous = OFF");
    db.exec(TABLE);
    const insert: Insert = {
      rows: db.prepare(insertText(ROWS)),
      row: db.prepare(insertText(1)),
    };
    for (const part of parts) {
      const { length } = part.columns.timeMs;
      for (let start = 0; start < length; start += MOST_ROWS) {
        const end = Math.min(length, start + MOST_ROWS);
        db.transaction(() => insertSlice(insert, part, { start, end }))();
        await breathe();
        signal.throwIfAborted();
      }
    }
  } finally {
    db.close();
  }
}

interface Insert {
  readonly rows: Statement;
  readonly row: Statement;
}

function insertText(rows: number): string {
  const values = Array(rows).fill("(?, ?, ?, ?, ?, ?, ?)");
  return `INSERT INTO positions VALUES ${values.join(", ")}`;
}

function insertSlice(
  { rows, row }: Insert,
  part: PositionsPart,
  { start, end }: { readonly start: number; readonly end: number },
): void {
  let at = start;
  for (; at + ROWS <= end; at += ROWS) {
    const values: (number | string)[] = [];
    for (let i = at; i < at + ROWS; i++) addRow(values, part, i);
    rows.run(values);
  }
  for (; at < end; at++) {
    const values: (number | string)[] = [];
    addRow(values, part, at);
    row.run(values);
  }
}

function addRow(
  values: (number | string)[],
  { satellite: { noradId, name }, columns }: PositionsPart,
  index: number,
): void {
  const position = positionAt(columns, index);
  const { timeMs, latitudeDeg, longitudeDeg, altitudeKm } = position;
  values.push(noradId, name, formatInstant(timeMs), timeMs);
  values.push(latitudeDeg, longitudeDeg, altitudeKm);
}
