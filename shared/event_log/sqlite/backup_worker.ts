/// <reference lib="webworker" />
import { openSqlite, type Sqlite, sqliteErrorCode } from "../../sqlite.ts";
import { explainFailure } from "./sqlite_log_errors.ts";
import { requireEventLog } from "./sqlite_log_schema.ts";

/** Copies a log in a thread of its own, since SQLite does it in one go. */
declare const self: DedicatedWorkerGlobalScope;

export interface BackupRequest {
  readonly from: string;
  readonly to: string;
  /** The name of the copy until it is whole. */
  readonly unfinished: string;
}

/** What a copy holds. */
export interface BackedUp {
  readonly topics: number;
  readonly records: number;
  readonly bytes: number;
}

export type BackupMessage =
  | { readonly kind: "began"; readonly expectedBytes: number }
  | { readonly kind: "done"; readonly backedUp: BackedUp }
  | { readonly kind: "failed"; readonly reason: string };

self.onmessage = ({ data }: MessageEvent<BackupRequest>) => {
  const { from, to, unfinished } = data;
  try {
    copyLog(from, unfinished);
    send({ kind: "done", backedUp: describeCopy(unfinished) });
  } catch (error) {
    // What SQLite says of room and rights concerns what it writes.
    const isOfTheLog = /NOTADB|CORRUPT/.test(sqliteErrorCode(error) ?? "");
    const { message } = explainFailure(error, {
      action: `back up ${from}`,
      path: isOfTheLog ? from : to,
      isWrite: false,
    });
    send({ kind: "failed", reason: message });
  }
};

/**
 * VACUUM INTO reads all of it in one read transaction: appenders go on
 * meanwhile, and the copy is the log as it was when this began.
 */
function copyLog(from: string, unfinished: string): void {
  using source = disposable(openSqlite(from, { readonly: true }));
  requireEventLog(source.db, from);
  const pages = numberOf(source.db, "page_count") -
    numberOf(source.db, "freelist_count");
  const expectedBytes = pages * numberOf(source.db, "page_size");
  send({ kind: "began", expectedBytes });
  source.db.prepare("VACUUM INTO ?").run(unfinished);
}

function describeCopy(path: string): BackedUp {
  using copy = disposable(openSqlite(path, { readonly: true }));
  const { topics, records } = copy.db.prepare(`
    SELECT (SELECT count(*) FROM topics) AS topics,
      (SELECT coalesce(sum(record_count), 0) FROM appends) AS records
  `).get() as Omit<BackedUp, "bytes">;
  return { topics, records, bytes: Deno.statSync(path).size };
}

function disposable(db: Sqlite) {
  return { db, [Symbol.dispose]: () => db.close() };
}

function numberOf(db: Sqlite, pragma: string): number {
  return Number(db.pragma(pragma, { simple: true }));
}

function send(message: BackupMessage): void {
  self.postMessage(message);
}
