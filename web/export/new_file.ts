/**
 * Makes a file that is there when it is whole, and not before: it is written
 * under another name beside it. Where `write` throws, nothing is left.
 *
 * @throws {Error} If there is one of that name already, which stays.
 */
export async function makeNewFile(
  path: string,
  write: (partialPath: string) => Promise<void>,
): Promise<void> {
  await requireAbsent(path);
  const partialPath = `${path}.${Deno.pid}.partial`;
  try {
    await write(partialPath);
    await flush(partialPath);
    await requireAbsent(path);
    await Deno.rename(partialPath, path);
  } catch (error) {
    await Deno.remove(partialPath).catch(() => {});
    throw error;
  }
}

async function requireAbsent(path: string): Promise<void> {
  try {
    await Deno.lstat(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return;
    throw error;
  }
  throw new Error(
    `Cannot export to ${path} as it must be a new file: there is one ` +
      "already, which is left as it is",
  );
}

/** Else a whole name could stand for half a file after a power cut. */
async function flush(path: string): Promise<void> {
  using file = await Deno.open(path, { write: true });
  await file.sync();
}
