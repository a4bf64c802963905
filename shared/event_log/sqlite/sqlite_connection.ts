import { dirname } from "node:path";
import { openSqlite, type Sqlite } from "../../sqlite.ts";
import { type AppendWriter, createAppendWriter } from "./sqlite_append.ts";
import { prepareLogDatabase } from "./sqlite_log_schema.ts";
import { createPackingQueries, type PackingQueries } from "./sqlite_packing.ts";
import {
  createPartitionQueries,
  type PartitionQueries,
} from "./sqlite_partitions.ts";

/**
 * How long SQLite itself waits for a lock, in ms. It sleeps with the thread,
 * so longer waits are made of short ones, with the event loop free between.
 */
const BLOCKING_WAIT_MS = 10;

/** An open file, with all that is ever asked of it. */
export interface SqliteLogConnection {
  readonly db: Sqlite;
  /** Tells the file from any other that may take its place. */
  readonly identity: string | null;
  /** Changes when another connection has committed. */
  readonly readDataVersion: () => number;
  readonly writeAppend: AppendWriter;
  readonly partitions: PartitionQueries;
  readonly packing: PackingQueries;
}

/** @throws {EventLogError} If the file is not an event log of this version. */
export function openConnection(
  path: string,
  options: { readonly mustExist: boolean },
): SqliteLogConnection {
  const { mustExist } = options;
  const db = openSqlite(path, { mustExist, busyTimeoutMs: BLOCKING_WAIT_MS });
  try {
    prepareLogDatabase(db, path);
    const dataVersion = db.prepare("PRAGMA data_version").pluck();
    return {
      db,
      identity: findIdentity(path),
      readDataVersion: () => Number(dataVersion.get()),
      writeAppend: createAppendWriter(db),
      partitions: createPartitionQueries(db),
      packing: createPackingQueries(db),
    };
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Device and inode, which a file keeps for as long as anyone has it open. */
export function findIdentity(path: string): string | null {
  const info = statIfThere(path);
  return info && `${info.dev}:${info.ino}`;
}

/** The same of a file that may be closed: then its inode is used again. */
function findVersion(path: string): string | null {
  const info = statIfThere(path);
  return info && `${info.dev}:${info.ino}:${info.mtime?.getTime()}`;
}

function statIfThere(path: string): Deno.FileInfo | null {
  try {
    return Deno.statSync(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}

/**
 * Makes the folder, and removes what a deleted log has left beside its place:
 * SQLite would take an old write-ahead log for the new file's.
 */
export function prepareFolder(path: string): void {
  Deno.mkdirSync(dirname(path), { recursive: true });
  const companions = [`${path}-wal`, `${path}-shm`];
  // Looked at first: what is there before the log is missing belongs to none.
  const left = companions.map(findVersion);
  if (findIdentity(path) !== null) return;
  companions.forEach((companion, i) => {
    const isLeft = left[i] !== null && findVersion(companion) === left[i];
    if (isLeft) Deno.removeSync(companion);
  });
}
