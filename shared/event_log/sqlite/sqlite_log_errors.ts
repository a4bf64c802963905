import { dirname } from "node:path";
import { freeBytesOf } from "../../free_bytes.ts";
import { sqliteErrorCode } from "../../sqlite.ts";
import { EventLogError } from "../event_log.ts";

/** What was being done when SQLite failed. */
export interface FailedAction {
  /** Such as `append to topic terra_topic`. */
  readonly action: string;
  readonly path: string;
  /** Whether to say that nothing was written. */
  readonly isWrite: boolean;
}

/** The last tells of a process that stands still while it opens the file. */
const BUSY_CODES = ["SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_PROTOCOL"];

/** Whether another process holds a lock, so that trying again may help. */
export function isBusy(error: unknown): boolean {
  const code = sqliteErrorCode(error) ?? "";
  return BUSY_CODES.some((busy) => code.startsWith(busy));
}

/**
 * Turns a failure of the log into one whose message says what to do. Any other
 * error is a fault of ours and stays as it is: trying again would hide it.
 */
export function explainFailure(
  error: unknown,
  { action, path, isWrite }: FailedAction,
): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  if (!isOfTheLog(error)) return error;
  const [requirement, remedy] = describeFailure(error, path);
  const outcome = isWrite ? " Nothing was written." : "";
  return new EventLogError(
    `Cannot ${action} as ${requirement}.${outcome} ${remedy}`,
    { cause: error },
  );
}

function isOfTheLog(error: Error): boolean {
  return sqliteErrorCode(error) !== null ||
    Object.values(Deno.errors).some((kind) => error instanceof kind);
}

function describeFailure(error: Error, path: string): [string, string] {
  const code = sqliteErrorCode(error) ?? "";
  const is = (prefix: string) => code.startsWith(prefix);
  if (is("SQLITE_FULL")) {
    return [
      `the disk of ${path} must have room: it is full${tellFreeSpace(path)}`,
      "Make room on it, then try again.",
    ];
  }
  if (is("SQLITE_IOERR")) {
    return [
      `the disk of ${path} must work: it reports an input or output error ` +
      `(${code})${tellFreeSpace(path)}`,
      "Check the disk and the room on it, then try again.",
    ];
  }
  if (isBusy(error)) {
    return [
      `${path} must not be locked: another process holds its lock (${code})`,
      "Try again, or find and end the process that has the file open.",
    ];
  }
  if (is("SQLITE_READONLY") || is("SQLITE_CANTOPEN") || is("SQLITE_PERM")) {
    return [
      `${path} and its folder must be writable: they are not (${code})`,
      "Give this user write access to both, or choose another file.",
    ];
  }
  if (is("SQLITE_NOTADB")) {
    return [
      `${path} must be a SQLite database: it is another kind of file`,
      "Choose another file, or move this one away.",
    ];
  }
  if (is("SQLITE_CORRUPT")) {
    return [
      `${path} must be whole: SQLite finds it damaged (${code})`,
      "Stop its users and bring back a copy; `PRAGMA integrity_check` tells more.",
    ];
  }
  return [
    `${path} must be usable: ${error.message}`,
    "Mend that, then try again.",
  ];
}

function tellFreeSpace(path: string): string {
  const bytes = freeBytesOf(dirname(path));
  return bytes === null ? "" : `, with ${Math.round(bytes / 1024)} KiB free`;
}
