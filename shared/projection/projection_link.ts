import { basename, dirname, join } from "node:path";

/**
 * The database in use is named by a symbolic link, so that a new one takes
 * the place of another in one step, and none is ever renamed while open.
 */
export function readProjectionLink(link: string): string | null {
  try {
    return join(dirname(link), Deno.readLinkSync(link));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw new Error(
      `Cannot open projection as ${link} must be a symbolic link to the ` +
        "database in use: set PROJECTION to another name, or move away what " +
        "is there",
      { cause: error },
    );
  }
}

/** What a link's name has in common with the names beside it. */
function stemOf(link: string): string {
  return basename(link).replace(/\.db$/, "");
}

/** Where a projection of a link is, by its id. */
export function projectionPath(link: string, id: string): string {
  return join(dirname(link), `${stemOf(link)}-${id}.db`);
}

/** Whether a file is a projection of a link, or lies beside one of them. */
export function isOfProjection(link: string, file: string): boolean {
  const stem = `${stemOf(link)}-`;
  return file.startsWith(stem) &&
    /^[0-9a-f]{8}\.db(-wal|-shm)?$/.test(file.slice(stem.length));
}

/** The names beside that of the projection in use. */
export type OtherLink = "next" | "ready" | "former";

/**
 * Where is named which projection is being made beside the one in use
 * (`next`); which one was made for services of its version, to be used when
 * they start (`ready`); or which one was in use before (`former`).
 */
export function otherLink(link: string, other: OtherLink): string {
  return link.replace(/(\.db)?$/, `-${other}.db`);
}

/**
 * Makes the link name another database beside it, in one step.
 *
 * Deno grants links only to programs that may write everywhere; `ln` needs
 * one permission, to run `ln`.
 */
export async function replaceProjectionLink(
  link: string,
  file: string,
): Promise<void> {
  const made = `${link}.made`;
  const { success, stderr } = await new Deno.Command("ln", {
    args: ["-sfn", file, made],
  }).output();
  if (!success) {
    throw new Error(
      `Cannot link ${link} to ${file}: ${
        new TextDecoder().decode(stderr).trim()
      }`,
    );
  }
  await Deno.rename(made, link);
}
