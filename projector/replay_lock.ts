import { otherLink } from "../shared/projection/projection_link.ts";
import { type FileLock, tryLockFile } from "../shared/lock_file.ts";

/** Takes what is held by whoever makes the next projection, if nobody does. */
export async function tryLockReplay(
  link: string,
): Promise<{ readonly lock: FileLock } | { readonly holder: string }> {
  return await tryLockFile(lockPath(link));
}

/**
 * Takes the same, also to change which projection is in use.
 *
 * @throws {Error} If another process holds it.
 */
export async function lockReplay(link: string): Promise<FileLock> {
  const taken = await tryLockReplay(link);
  if ("lock" in taken) return taken.lock;
  throw new Error(
    `Cannot replay as ${lockPath(link)} must not be locked: it is held by ` +
      `process ${taken.holder}, which makes the next projection. Wait for it, ` +
      "or stop it",
  );
}

function lockPath(link: string): string {
  return otherLink(link, "next").replace(/db$/, "lock");
}
