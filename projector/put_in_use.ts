import { basename, dirname, join } from "node:path";
import {
  isOfProjection,
  otherLink,
  readProjectionLink,
  replaceProjectionLink,
} from "../shared/projection/projection_link.ts";

/**
 * Puts a projection in the place of the one in use, which is kept as the
 * former one; those before it are removed. For the one process that holds the
 * projection's lock. Killed at any moment, it leaves one or the other in use.
 *
 * @param path A projection beside the link.
 */
export async function putInUse(link: string, path: string): Promise<void> {
  const before = readProjectionLink(link);
  if (before !== null && before !== path) {
    await replaceProjectionLink(otherLink(link, "former"), basename(before));
  }
  await replaceProjectionLink(link, basename(path));
  for (const name of ["next", "ready"] as const) {
    const other = otherLink(link, name);
    if (readProjectionLink(other) === path) await Deno.remove(other);
  }
  await removeUnnamed(link);
}

/** Removes the projections that no link names. */
async function removeUnnamed(link: string): Promise<void> {
  const others = ["next", "ready", "former"] as const;
  const links = [link, ...others.map((other) => otherLink(link, other))];
  const named = links.map(readProjectionLink)
    .filter((path) => path !== null)
    .map((path) => basename(path));
  const folder = dirname(link);
  for await (const { name } of Deno.readDir(folder)) {
    const isNamed = named.some((file) => name.startsWith(file));
    if (isNamed || !isOfProjection(link, name)) continue;
    await Deno.remove(join(folder, name));
  }
}
