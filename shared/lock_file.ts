import { dirname } from "node:path";

/** A file that one process holds at a time. */
export interface FileLock {
  release(): void;
}

/**
 * Takes the lock that is a file, whose folder is made where there is none. The
 * operating system gives it back when the process ends, however it ends.
 *
 * @returns The lock, or which process holds it.
 */
export async function tryLockFile(
  path: string,
): Promise<{ readonly lock: FileLock } | { readonly holder: string }> {
  await Deno.mkdir(dirname(path), { recursive: true });
  const file = await Deno.open(path, { create: true, read: true, write: true });
  if (!await file.tryLock(true)) {
    const holder = (await Deno.readTextFile(path)).trim() || "unknown";
    file.close();
    return { holder };
  }
  await file.truncate();
  await file.write(new TextEncoder().encode(`${Deno.pid}\n`));
  return { lock: { release: () => file.close() } };
}
