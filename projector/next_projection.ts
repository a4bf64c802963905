import { basename } from "node:path";
import {
  otherLink,
  readProjectionLink,
  replaceProjectionLink,
} from "../shared/projection/projection_link.ts";
import { createBeside, whyNotUsable } from "./writing/open_for_writing.ts";

/** The projection that is being made beside the one in use. */
export interface NextProjection {
  readonly path: string;
  /** Whether an earlier run has begun it. */
  readonly isBegun: boolean;
}

/**
 * Finds the projection that was made for this version, or that an earlier run
 * has begun, or begins one.
 *
 * @param options.restart Begin one in any case.
 */
export async function findOrBeginNext(
  link: string,
  { restart, nowMs }: { readonly restart: boolean; readonly nowMs: number },
): Promise<NextProjection> {
  const inUse = readProjectionLink(link);
  for (const other of ["ready", "next"] as const) {
    const begun = readProjectionLink(otherLink(link, other));
    if (begun === null || begun === inUse) continue;
    if (restart) await removeNext(link, other);
    else if (whyNotUsable(begun) === null) {
      return { path: begun, isBegun: true };
    }
  }
  const next = otherLink(link, "next");
  const path = createBeside(link, nowMs);
  await replaceProjectionLink(next, basename(path));
  return { path, isBegun: false };
}

/** Names the projection that has been made for services yet to be started. */
export async function nameReady(link: string, path: string): Promise<void> {
  await replaceProjectionLink(otherLink(link, "ready"), basename(path));
  const next = otherLink(link, "next");
  if (readProjectionLink(next) === path) await Deno.remove(next);
}

/** Removes the projection that is being made; the one in use stays. */
export async function removeNext(
  link: string,
  other: "next" | "ready" = "next",
): Promise<void> {
  const next = otherLink(link, other);
  const path = readProjectionLink(next);
  if (path === null) return;
  await Deno.remove(next);
  for (const file of [path, `${path}-wal`, `${path}-shm`]) {
    await Deno.remove(file).catch((error) => {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    });
  }
}
