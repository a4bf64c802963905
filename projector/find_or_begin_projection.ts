import { readProjectionLink } from "../shared/projection/projection_link.ts";
import { findOrBeginNext } from "./next_projection.ts";
import { whyNotUsable } from "./open_for_writing.ts";

/** A projection to be written, and whether it is the one in use. */
export interface FoundProjection {
  readonly path: string;
  /** Why it is another than the one in use; null where it is that one. */
  readonly newBecause: string | null;
}

/**
 * Finds the projection in use; or, where there is none that this program can
 * use, the one that was made or begun for it, or begins one, which is to be
 * put in use when it is at the log's end. What was in use is left as it is.
 */
export async function findOrBeginProjection(
  link: string,
  nowMs: number,
): Promise<FoundProjection> {
  const path = readProjectionLink(link);
  const newBecause = path === null ? "there is none yet" : whyNotUsable(path);
  if (path !== null && newBecause === null) return { path, newBecause };
  const next = await findOrBeginNext(link, { restart: false, nowMs });
  return { path: next.path, newBecause };
}
