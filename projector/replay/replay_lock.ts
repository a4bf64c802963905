import { otherLink } from "../../shared/projection/projection_link.ts";
import { type FileLock, tryLockFile } from "../lock_file.ts";

/**
 * Held by the one command that makes the next projection or changes which is
 * in use.
 *
 * @throws {Error} If another one holds it.
 */
export async function lockReplay(link: string): Promise<FileLock> {
  const path = otherLink(link, "next").replace(/db$/, "lock");
  const taken = await tryLockFile(path);
  if ("lock" in taken) return taken.lock;
  throw new Error(
    `Cannot replay as ${path} must not be locked: it is held by process ` +
      `${taken.holder}, another replay. Wait for that one, or stop it`,
  );
}
