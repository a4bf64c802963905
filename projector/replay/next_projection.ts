import { basename } from "node:path";
import {
  otherLink,
  readProjectionLink,
  replaceProjectionLink,
} from "../../shared/projection/projection_link.ts";
import { createBeside, whyNotUsable } from "../open_for_writing.ts";

/** The projection that is being made beside the one in use. */
export interface NextProjection {
  readonly path: string;
  /** Whether an earlier run has begun it. */
  readonly isBegun: boolean;
}

/**
 * Finds the projection that an earlier run has begun, or begins one.
 *
 * @param options.restart Begin one in any case.
 */
export async function findOrBeginNext(
  link: string,
  { restart, nowMs }: { readonly restart: boolean; readonly nowMs: number },
): Promise<NextProjection> {
  const next = otherLink(link, "next");
  const begun = readProjectionLink(next);
  const isUsable = begun !== null && begun !== readProjectionLink(link) &&
    whyNotUsable(begun) === null;
  if (isUsable && !restart) return { path: begun, isBegun: true };
  if (isUsable) await removeNext(link);
  const path = createBeside(link, nowMs);
  await replaceProjectionLink(next, basename(path));
  return { path, isBegun: false };
}

/** Removes the projection that is being made; the one in use stays. */
export async function removeNext(link: string): Promise<void> {
  const next = otherLink(link, "next");
  const path = readProjectionLink(next);
  if (path === null) return;
  await Deno.remove(next);
  for (const file of [path, `${path}-wal`, `${path}-shm`]) {
    await Deno.remove(file).catch((error) => {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    });
  }
}
