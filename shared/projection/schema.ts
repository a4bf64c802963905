import { openSqlite, type Sqlite } from "../sqlite.ts";
import { createAuditTable } from "./audits/audit_table.ts";
import { createElementSetTable } from "./element_sets/element_set_table.ts";
import { createNodeTable } from "./nodes/node_table.ts";
import { createPositionTables } from "./store/position_tables.ts";

/**
 * Version of the tables and of the rules by which they are filled. A database
 * of another version is not read: it is made anew from the log.
 */
export const PROJECTION_VERSION = 3;

// Everything but positions, element sets and what is derived from them, which
// have files of their own.
// Rows speak of topics and element sets by small numbers, given in order of
// arrival: they differ between two rebuilds, so no checksum includes them.
const TABLES = `
  CREATE TABLE projection (
    id TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    revision INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE topics (
    ref INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    preference INTEGER NOT NULL,
    positions_superseded INTEGER NOT NULL DEFAULT 0
  ) STRICT;

  CREATE TABLE element_set_refs (
    ref INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE
  ) STRICT;

  CREATE TABLE recordings (
    norad_id INTEGER NOT NULL,
    topic_ref INTEGER NOT NULL,
    name TEXT NOT NULL,
    name_time_ms INTEGER NOT NULL,
    first_ms INTEGER NOT NULL,
    last_ms INTEGER NOT NULL,
    samples INTEGER NOT NULL,
    -- The last commit that brought any position of it.
    revision INTEGER NOT NULL,
    PRIMARY KEY (norad_id, topic_ref)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE checkpoints (
    topic_ref INTEGER NOT NULL,
    partition INTEGER NOT NULL,
    next_offset INTEGER NOT NULL,
    last_record_hash TEXT,
    records_read INTEGER NOT NULL,
    records_applied INTEGER NOT NULL,
    positions_decoded INTEGER NOT NULL,
    halted TEXT,
    PRIMARY KEY (topic_ref, partition)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE dead_letters (
    topic_ref INTEGER NOT NULL,
    partition INTEGER NOT NULL,
    offset INTEGER NOT NULL,
    key TEXT,
    value BLOB,
    timestamp_ms INTEGER NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (topic_ref, partition, offset)
  ) STRICT;

  CREATE TABLE late_ranges (
    revision INTEGER NOT NULL,
    -- 0 and 0 where it is of any satellite.
    norad_id INTEGER NOT NULL,
    topic_ref INTEGER NOT NULL,
    from_ms INTEGER NOT NULL,
    to_ms INTEGER NOT NULL,
    committed_ms INTEGER NOT NULL,
    PRIMARY KEY (revision, norad_id, topic_ref)
  ) STRICT, WITHOUT ROWID;

  -- Ranges whose derived rows are to be made anew, of each kind of these.
  CREATE TABLE pending (
    kind TEXT NOT NULL,
    norad_id INTEGER NOT NULL,
    from_ms INTEGER NOT NULL,
    to_ms INTEGER NOT NULL,
    PRIMARY KEY (kind, norad_id)
  ) STRICT, WITHOUT ROWID;
`;

/** Creates an empty projection in a new file, or in `:memory:`. */
export function createProjection(
  path: string,
  identity: { readonly id: string; readonly createdMs: number },
): Sqlite {
  const db = openSqlite(path);
  // auto_vacuum only takes effect before the first table is made.
  db.pragma("auto_vacuum = INCREMENTAL");
  configureWriter(db);
  db.transaction(() => {
    db.exec(TABLES);
    createPositionTables(db);
    createElementSetTable(db);
    createAuditTable(db);
    createNodeTable(db);
    db.prepare("INSERT INTO projection VALUES (?, ?, 0)")
      .run(identity.id, identity.createdMs);
    db.pragma(`user_version = ${PROJECTION_VERSION}`);
  })();
  return db;
}

/** Settings of the one connection that writes. */
export function configureWriter(db: Sqlite): void {
  db.pragma("journal_mode = WAL");
  // A projection can be rebuilt, so a commit need not wait for the disk; the
  // checkpoint lies in the same transaction and is lost or kept with it.
  db.pragma("synchronous = NORMAL");
  // The projector moves pages into the database before there are as many
  // (checkpoint_worker.ts); a commit does it only where that cannot keep up.
  db.pragma("wal_autocheckpoint = 20000");
  db.pragma("journal_size_limit = 32000000");
  db.pragma("cache_size = -64000");
}

/** The version of an open projection; 0 if it is none. */
export function projectionVersion(db: Sqlite): number {
  return db.pragma("user_version", { simple: true }) as number;
}
