import { dirname } from "node:path";

/** Held by the one process that writes the projection behind a link. */
export interface ProjectionLock {
  release(): void;
}

/**
 * Takes the lock beside a projection, whose folder is made where there is
 * none. The operating system gives it back when the process ends, however it
 * ends.
 *
 * @throws {Error} If another process holds it.
 */
export async function lockProjection(link: string): Promise<ProjectionLock> {
  const path = link.replace(/(\.db)?$/, ".lock");
  await Deno.mkdir(dirname(link), { recursive: true });
  const file = await Deno.open(path, { create: true, read: true, write: true });
  if (!await file.tryLock(true)) {
    const holder = (await Deno.readTextFile(path)).trim();
    file.close();
    throw new Error(
      `Cannot start the projector as ${path} must not be locked: it is held ` +
        `by process ${holder || "unknown"}, another projector that writes ` +
        `${link}. Stop that one, or set PROJECTION to another folder`,
    );
  }
  await file.truncate();
  await file.write(new TextEncoder().encode(`${Deno.pid}\n`));
  return { release: () => file.close() };
}
