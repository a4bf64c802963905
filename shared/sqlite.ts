// @ts-types="@types/better-sqlite3"
import BetterSqlite3 from "better-sqlite3";

// In what is run often, a column is compared with `+?`. With a plain `?` this
// SQLite, which is built with STAT4, looks at the value to plan by it, and
// plans again whenever another one is bound: 7 us for a small query, not 3.

/** The one place that knows the SQLite library and its native binding. */
export type Sqlite = BetterSqlite3.Database;
export type Statement = BetterSqlite3.Statement;

/** Older versions can corrupt a database in WAL mode. */
const LEAST_VERSION = "3.51.3";

export interface OpenSqliteOptions {
  readonly readonly?: boolean;
  /** Refuse to create the file. */
  readonly mustExist?: boolean;
  /** How long to wait for another process's lock, in ms; default 5,000. */
  readonly busyTimeoutMs?: number;
}

/**
 * Opens a SQLite database file, or `:memory:`.
 *
 * @throws {Error} If the file cannot be opened, or the library is one that
 * can corrupt a write-ahead log.
 */
export function openSqlite(
  path: string,
  options: OpenSqliteOptions = {},
): Sqlite {
  const db = new BetterSqlite3(path, {
    readonly: options.readonly ?? false,
    fileMustExist: options.mustExist ?? options.readonly ?? false,
    timeout: options.busyTimeoutMs ?? 5_000,
  });
  try {
    requireVersion(db, path);
  } catch (error) {
    db.close();
    throw error;
  }
  return db;
}

/**
 * Prepares a statement once for each database, for a function that is called
 * again and again with it: preparing takes longer than a small query.
 */
export function preparedOnce<S>(
  prepare: (db: Sqlite) => S,
): (db: Sqlite) => S {
  const prepared = new WeakMap<Sqlite, S>();
  return (db) => {
    let statement = prepared.get(db);
    if (statement === undefined) {
      statement = prepare(db);
      prepared.set(db, statement);
    }
    return statement;
  };
}

/** The code of a SQLite error, such as `SQLITE_FULL`; null for other errors. */
export function sqliteErrorCode(error: unknown): string | null {
  return error instanceof BetterSqlite3.SqliteError ? error.code : null;
}

function requireVersion(db: Sqlite, path: string): void {
  const version = String(db.prepare("SELECT sqlite_version()").pluck().get());
  if (compareVersions(version, LEAST_VERSION) < 0) {
    throw new Error(
      `Cannot open ${path} as SQLite must be ${LEAST_VERSION} or newer ` +
        `(older ones can corrupt a write-ahead log): current value is ${version}`,
    );
  }
}

function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((v) => v.split(".").map(Number));
  for (let i = 0; i < 3; i++) {
    const difference = (left![i] ?? 0) - (right![i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
