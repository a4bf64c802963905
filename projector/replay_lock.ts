import { otherLink } from "../shared/projection/projection_link.ts";
import { type FileLock, tryLockFile } from "./lock_file.ts";

/**
 * Held by whoever makes the next projection, or changes which is in use.
 *
 * @param action What cannot be done where another one holds it.
 * @throws {Error} If another one holds it.
 */
export async function lockReplay(
  link: string,
  action: string,
): Promise<FileLock> {
  const path = otherLink(link, "next").replace(/db$/, "lock");
  const taken = await tryLockFile(path);
  if ("lock" in taken) return taken.lock;
  throw new Error(
    `Cannot ${action} as ${path} must not be locked: it is held by process ` +
      `${taken.holder}, which makes the next projection. Wait for it, or ` +
      "stop it",
  );
}
