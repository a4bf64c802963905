/// <reference lib="webworker" />
import {
  openSqlite,
  type Sqlite,
  sqliteErrorCode,
} from "../../shared/sqlite.ts";

declare const self: DedicatedWorkerGlobalScope;

const LOOK_EACH_MS = 500;

/** Pages in the write-ahead log that are worth moving: 16 MB. */
const WORTH_MOVING = 4_000;

self.onmessage = ({ data: path }: MessageEvent<string>) => {
  let db: Sqlite | null = null;
  const timer = setInterval(() => {
    try {
      db ??= openSqlite(path, { mustExist: true });
      checkpoint(db);
      self.postMessage({ trouble: null });
    } catch (error) {
      // The writer may be at it itself, where the log has become too long.
      if (sqliteErrorCode(error) === "SQLITE_BUSY") return;
      self.postMessage({ trouble: (error as Error).message });
    }
  }, LOOK_EACH_MS);
  self.onmessage = () => {
    clearInterval(timer);
    db?.close();
    self.postMessage("closed");
    self.close();
  };
};

// It waits for nobody, and nobody for it.
function checkpoint(db: Sqlite): void {
  const [{ log, checkpointed }] = db.pragma("wal_checkpoint(NOOP)") as [
    { log: number; checkpointed: number },
  ];
  if (log - checkpointed > WORTH_MOVING) db.pragma("wal_checkpoint(PASSIVE)");
}
