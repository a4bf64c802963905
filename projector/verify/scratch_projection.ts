import { createProjection } from "../../shared/projection/schema.ts";
import { tryLockFile } from "../../shared/lock_file.ts";

/** A projection that nobody is to use, for as long as it is looked at. */
export interface ScratchProjection extends AsyncDisposable {
  readonly path: string;
}

/**
 * Makes an empty projection beside the one in use. Its name is none of those
 * that may come into use or are cleaned up, and always the same: what a run
 * that was killed has left is taken away by the next one.
 *
 * @throws {Error} If another run has its own there.
 */
export async function createScratch(
  link: string,
  createdMs: number,
): Promise<ScratchProjection> {
  const path = link.replace(/(\.db)?$/, "-verify.db");
  const lockPath = path.replace(/db$/, "lock");
  const taken = await tryLockFile(lockPath);
  if ("holder" in taken) {
    throw new Error(
      `Cannot verify as ${lockPath} must not be locked: it is held by ` +
        `process ${taken.holder}, another run. Wait for that one, or stop it`,
    );
  }
  await removeDatabase(path);
  createProjection(path, { id: "verify", createdMs }).close();
  return {
    path,
    [Symbol.asyncDispose]: async () => {
      await removeDatabase(path);
      taken.lock.release();
    },
  };
}

async function removeDatabase(path: string): Promise<void> {
  for (const file of [path, `${path}-wal`, `${path}-shm`]) {
    await Deno.remove(file).catch((error) => {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    });
  }
}
