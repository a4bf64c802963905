import { setTimeout as sleep } from "node:timers/promises";
import { type FileLock, tryLockFile } from "../shared/lock_file.ts";

/**
 * A replay holds the lock while it puts a projection in use that no projector
 * writes: one that is started at that moment is not to be refused for it.
 */
const PATIENCE_MS = 2_000;
const POLL_MS = 50;

/** The file that is held by the one process that writes a link's projection. */
export function projectionLockPath(link: string): string {
  return link.replace(/(\.db)?$/, ".lock");
}

/**
 * Takes the lock beside a projection.
 *
 * @throws {Error} If another process holds it, and keeps it.
 */
export async function lockProjection(link: string): Promise<FileLock> {
  const path = projectionLockPath(link);
  const deadlineMs = performance.now() + PATIENCE_MS;
  let taken = await tryLockFile(path);
  while ("holder" in taken && performance.now() < deadlineMs) {
    await sleep(POLL_MS);
    taken = await tryLockFile(path);
  }
  if ("lock" in taken) return taken.lock;
  throw new Error(
    `Cannot start the projector as ${path} must not be locked: it is held ` +
      `by process ${taken.holder}, another projector that writes ${link}. ` +
      `Stop that one, or set PROJECTION to another folder`,
  );
}
