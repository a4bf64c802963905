import { dirname } from "node:path";
import { freeBytesOf } from "../../shared/free_bytes.ts";
import { readProjectionLink } from "../../shared/projection/projection_link.ts";
import { formatBytes } from "../../shared/status/format_bytes.ts";

/**
 * Says how much room is missing, as far as the one in use tells: what is made
 * of the same log takes as much.
 */
export function explainNoRoom(
  reason: string,
  { link, path }: { readonly link: string; readonly path: string },
): Error {
  const inUse = sizeOf(readProjectionLink(link));
  const made = sizeOf(path) ?? 0;
  const free = freeBytesOf(dirname(path));
  const needed = inUse === null
    ? ""
    : ` It needs about ${formatBytes(Math.max(0, inUse - made))} more, as ` +
      `the one in use takes ${formatBytes(inUse)}.`;
  const left = free === null ? "" : ` ${formatBytes(free)} are free.`;
  return new Error(
    `Cannot go on with ${path} as there must be room to write it: ${reason}.` +
      `${needed}${left} The projection in use is as it was. Make room and ` +
      "run it again: it goes on from here",
  );
}

function sizeOf(path: string | null): number | null {
  if (path === null) return null;
  try {
    return Deno.statSync(path).size;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}
