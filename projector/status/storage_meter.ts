import { dirname } from "node:path";
import { embeddedLogPath } from "../../shared/event_log/embedded_log_path.ts";
import { freeBytesOf } from "../../shared/free_bytes.ts";
import type { Sqlite } from "../../shared/sqlite.ts";
import type {
  DatabaseSize,
  DiskStatus,
  StorageStatus,
} from "../../shared/status/projector_status.ts";
import { SizeNotes } from "./size_notes.ts";
import { daysUntilFull } from "./storage_growth.ts";

/** Something that takes room on a disk. */
interface Part {
  readonly name: DiskStatus["holds"][number];
  readonly folder: string;
  /** What it will take when its write-ahead log is empty. */
  readonly lastingBytes: number | null;
}

/**
 * Measures the room that the event log and the projection take, and how much
 * there is. What cannot be measured is null; nothing of it is an error.
 */
export class StorageMeter {
  readonly #db: Sqlite;
  readonly #logPath: string | null;
  /** By disk. */
  readonly #notes = new Map<string, SizeNotes>();

  /**
   * @param db The projection in use.
   * @param eventLog The setting that names the log.
   */
  constructor(db: Sqlite, eventLog: string) {
    this.#db = db;
    this.#logPath = embeddedLogPath(eventLog);
  }

  /** How it is now. Growth is told after some minutes of being asked. */
  measure(nowMs: number): StorageStatus {
    const projectionPath = this.#db.name;
    const projection = measureDatabase(projectionPath);
    const parts: Part[] = [{
      name: "projection",
      folder: dirname(projectionPath),
      lastingBytes: this.#projectionBytes(),
    }];
    let eventLog: DatabaseSize | null = null;
    if (this.#logPath !== null) {
      eventLog = measureDatabase(this.#logPath);
      parts.unshift({
        name: "event_log",
        folder: dirname(this.#logPath),
        lastingBytes: eventLog && eventLog.bytes - eventLog.walBytes,
      });
    }
    const disks = Map.groupBy(parts, ({ folder }) => diskOf(folder));
    return {
      eventLog,
      projection,
      disks: [...disks].map(([disk, parts]) =>
        this.#measureDisk(disk, parts, nowMs)
      ),
    };
  }

  #measureDisk(disk: string, parts: Part[], nowMs: number): DiskStatus {
    const notes = this.#notes.get(disk) ?? new SizeNotes();
    this.#notes.set(disk, notes);
    const sizes = parts.map(({ lastingBytes }) => lastingBytes)
      .filter((bytes) => bytes !== null);
    // A part that comes or goes is not growth: noted is only the whole.
    if (sizes.length === parts.length) {
      const bytes = sizes.reduce((sum, bytes) => sum + bytes, 0);
      notes.note({ atMs: nowMs, bytes });
    }
    const folders = [...new Set(parts.map(({ folder }) => folder))];
    const freeBytes = freeBytesOf(folders[0]!);
    const { growthBytesPerDay } = notes;
    return {
      holds: parts.map(({ name }) => name),
      folders,
      freeBytes,
      growthBytesPerDay,
      fullInDays: daysUntilFull(freeBytes, growthBytesPerDay),
    };
  }

  // As SQLite counts it, with what is in the write-ahead log only so far. That
  // log takes many times what it brings, fills to its bound and is then used
  // again, while the file stands still and leaps when it is full, half an hour
  // later: neither, nor the sum, tells how the projection grows.
  #projectionBytes(): number | null {
    try {
      const [pages, pageBytes] = ["page_count", "page_size"].map((name) =>
        this.#db.pragma(name, { simple: true }) as number
      );
      return pages! * pageBytes!;
    } catch {
      return null;
    }
  }
}

function measureDatabase(path: string): DatabaseSize | null {
  const file = statOrNull(path);
  if (file === null) return null;
  const walBytes = statOrNull(`${path}-wal`)?.size ?? 0;
  return { path, bytes: file.size + walBytes, walBytes };
}

/** Tells one disk from another; where that is not known, one is each folder's. */
function diskOf(folder: string): string {
  return String(statOrNull(folder)?.dev ?? folder);
}

function statOrNull(path: string): Deno.FileInfo | null {
  // Asked first, lest the user be asked for it in the middle of the work.
  const permission = { name: "read", path } as const;
  if (Deno.permissions.querySync(permission).state !== "granted") return null;
  try {
    return Deno.statSync(path);
  } catch {
    return null;
  }
}
