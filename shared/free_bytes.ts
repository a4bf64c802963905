import { statfsSync } from "node:fs";

/**
 * Bytes that may still be written on the disk of a folder; null where that
 * cannot be known, as where the permissions to ask (`sys=statfs`, and to read
 * the folder) are not granted.
 */
export function freeBytesOf(folder: string): number | null {
  // Asked first, lest the user be asked for it in the middle of the work.
  const mayAsk = [
    { name: "sys", kind: "statfs" } as const,
    { name: "read", path: folder } as const,
  ].every((each) => Deno.permissions.querySync(each).state === "granted");
  if (!mayAsk) return null;
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    // Only a help: whoever needs the disk is told what is wrong with it.
    return null;
  }
}
