import { type FileLock, tryLockFile } from "./lock_file.ts";

/** Held by the one process that writes the projection behind a link. */
export function projectionLockPath(link: string): string {
  return link.replace(/(\.db)?$/, ".lock");
}

/**
 * Takes the lock beside a projection.
 *
 * @throws {Error} If another process holds it.
 */
export async function lockProjection(link: string): Promise<FileLock> {
  const path = projectionLockPath(link);
  const taken = await tryLockFile(path);
  if ("lock" in taken) return taken.lock;
  throw new Error(
    `Cannot start the projector as ${path} must not be locked: it is held ` +
      `by process ${taken.holder}, another projector that writes ${link}. ` +
      `Stop that one, or set PROJECTION to another folder`,
  );
}
