import type { Sqlite } from "../../sqlite.ts";
import { EventLogError } from "../event_log.ts";

/** Version of the tables, kept in `user_version`. */
export const LOG_SCHEMA_VERSION = 1;

/** Tells an event log from any other SQLite database: "GTLG". */
const APPLICATION_ID = 0x47544c47;

/** The write-ahead log is cut back to this when a checkpoint empties it. */
const WAL_SIZE_LIMIT_BYTES = 64 * 1024 * 1024;

// One row an append, not one an event: that is what makes several appenders
// fast. (An append too large to read in one go takes several rows, made in one
// transaction.) Later the rows of many small appends are packed into one. The
// index holds all that paging needs, so that the frames which are not wanted
// are never touched.
const TABLES = `
  CREATE TABLE topics (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    partitions INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE appends (
    sequence INTEGER PRIMARY KEY,
    topic_id INTEGER NOT NULL REFERENCES topics (id),
    partition INTEGER NOT NULL,
    first_offset INTEGER NOT NULL,
    record_count INTEGER NOT NULL,
    -- Of the frame before it was packed: what reading it costs.
    byte_count INTEGER NOT NULL,
    -- Largest timestamp of this append and of all before it in the partition.
    -- It never falls along the partition, and it reaches a time first in the
    -- very append that holds the first record of that time or later: so that
    -- one is found by halving, late backfill or not.
    latest_timestamp_ms INTEGER NOT NULL,
    appended_ms INTEGER NOT NULL,
    frame BLOB NOT NULL
  ) STRICT;

  CREATE INDEX appends_by_offset ON appends (
    topic_id, partition, first_offset, record_count, byte_count
  );
`;

/**
 * Makes a connection ready for use, and the tables if the file is new.
 *
 * @throws {EventLogError} If the file is not an event log of this version.
 */
export function prepareLogDatabase(db: Sqlite, path: string): void {
  if (isNew(db)) {
    // So that pages freed by packing go back. It has to come before anything
    // else; a file that was made without it uses such pages again by itself.
    db.pragma("auto_vacuum = INCREMENTAL");
    db.pragma("journal_mode = WAL");
    db.transaction(() => {
      // Another process may have been here since.
      if (!isNew(db)) return;
      db.exec(TABLES);
      db.pragma(`application_id = ${APPLICATION_ID}`);
      db.pragma(`user_version = ${LOG_SCHEMA_VERSION}`);
    }).immediate();
  }
  requireEventLog(db, path);
  // A copy made by SQLite's own means is in another mode; else this is nothing.
  db.pragma("journal_mode = WAL");
  // The log is the truth: what was acknowledged outlives a loss of power.
  db.pragma("synchronous = FULL");
  db.pragma(`journal_size_limit = ${WAL_SIZE_LIMIT_BYTES}`);
}

function isNew(db: Sqlite): boolean {
  return readNumber(db, "application_id") === 0 &&
    readNumber(db, "user_version") === 0 &&
    readNumber(db, "schema_version") === 0;
}

/** @throws {EventLogError} If the file is not an event log of this version. */
export function requireEventLog(db: Sqlite, path: string): void {
  if (readNumber(db, "application_id") !== APPLICATION_ID) {
    throw new EventLogError(
      `Cannot open ${path} as it must be an event log: it is a SQLite ` +
        `database of another kind. Choose another file for the event log.`,
    );
  }
  const version = readNumber(db, "user_version");
  if (version !== LOG_SCHEMA_VERSION) {
    throw new EventLogError(
      `Cannot open ${path} as its schema version must be ` +
        `${LOG_SCHEMA_VERSION}: current value is ${version}. It was written ` +
        `by another version of Groundtrack: use that one, or a newer one.`,
    );
  }
}

function readNumber(db: Sqlite, pragma: string): number {
  return Number(db.pragma(pragma, { simple: true }));
}
