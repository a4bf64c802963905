import { findIdentity } from "./sqlite_connection.ts";
import { explainFailure } from "./sqlite_log_errors.ts";
import { EventLogError } from "../event_log.ts";
import type { BackedUp, BackupMessage } from "./backup_worker.ts";

const LOOK_EACH_MS = 200;

export interface BackUpOptions {
  /** Called several times a second with bytes; what is expected may be more. */
  readonly onProgress?: (copied: number, expected: number) => void;
  /** Breaks off; nothing is left of the copy. */
  readonly signal?: AbortSignal;
}

/**
 * Copies the embedded log as it is at one moment, while others go on to append
 * to it and read it. The copy has another name until it is whole and on disk.
 *
 * @param from The log's file.
 * @param to The copy, which must not be there yet.
 * @throws {EventLogError} If it cannot be copied; nothing is left then.
 */
export async function backUpLog(
  from: string,
  to: string,
  { onProgress, signal }: BackUpOptions = {},
): Promise<BackedUp> {
  const unfinished = `${to}.unfinished`;
  requireThere(from, to);
  // SQLite would take a write-ahead log beside the copy for the copy's own.
  for (const path of [to, unfinished, `${to}-wal`, `${to}-journal`]) {
    requireFree(path, from);
  }
  const worker = new Worker(new URL("./backup_worker.ts", import.meta.url), {
    type: "module",
  });
  let expected = 0;
  const looking = setInterval(() => {
    onProgress?.(findSize(unfinished) ?? 0, expected);
  }, LOOK_EACH_MS);
  const done = Promise.withResolvers<BackedUp>();
  const stop = () => done.reject(refusal(from, "it must not be interrupted"));
  worker.onmessage = ({ data }: MessageEvent<BackupMessage>) => {
    if (data.kind === "began") expected = data.expectedBytes;
    else if (data.kind === "done") done.resolve(data.backedUp);
    else done.reject(new EventLogError(data.reason));
  };
  worker.onerror = (event) => {
    event.preventDefault();
    done.reject(refusal(from, event.message));
  };
  signal?.addEventListener("abort", stop);
  if (signal?.aborted) stop();
  else worker.postMessage({ from, to, unfinished });
  try {
    const backedUp = await done.promise;
    await putInPlace(unfinished, to);
    return backedUp;
  } catch (error) {
    removeIfThere(unfinished);
    removeIfThere(`${unfinished}-journal`);
    const action = `back up ${from}`;
    throw explainFailure(error, { action, path: to, isWrite: false });
  } finally {
    signal?.removeEventListener("abort", stop);
    clearInterval(looking);
    worker.terminate();
  }
}

async function putInPlace(unfinished: string, to: string): Promise<void> {
  // A copy that counts as one must outlive a loss of power.
  const file = await Deno.open(unfinished, { read: true, write: true });
  try {
    await file.sync();
  } finally {
    file.close();
  }
  requireFree(to, unfinished);
  await Deno.rename(unfinished, to);
}

function requireThere(from: string, to: string): void {
  if (findIdentity(from) === null) {
    throw refusal(from, "it must be there: EVENT_LOG tells which log it is");
  }
  const folder = to.replace(/[^/]*$/, "") || ".";
  if (findIdentity(folder) === null) {
    throw refusal(from, `the folder ${folder} must be there for the copy`);
  }
}

function requireFree(path: string, from: string): void {
  if (findIdentity(path) === null) return;
  throw refusal(
    from,
    `nothing may be overwritten: ${path} is there already. Choose another ` +
      `name, or move that away`,
  );
}

function refusal(from: string, requirement: string): EventLogError {
  return new EventLogError(`Cannot back up ${from} as ${requirement}.`);
}

function findSize(path: string): number | null {
  try {
    return Deno.statSync(path).size;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}

function removeIfThere(path: string): void {
  if (findSize(path) !== null) Deno.removeSync(path);
}
