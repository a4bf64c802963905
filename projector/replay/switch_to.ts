import { basename } from "node:path";
import { readProjectionLink } from "../../shared/projection/projection_link.ts";
import { askProjector } from "../requests/ask_projector.ts";
import { controlPath } from "../requests/control.ts";
import { USE_PROJECTION } from "../current_projection.ts";
import { tryLockFile } from "../../shared/lock_file.ts";
import { nameReady } from "../next_projection.ts";
import { whyNotUsable } from "../writing/open_for_writing.ts";
import { projectionLockPath } from "../projection_lock.ts";
import { putInUse } from "../put_in_use.ts";

/** A projector looks for requests twice a second. */
const ANSWER_WITHIN_MS = 10_000;

/**
 * Puts a projection in use: by the projector, where one runs, as it is the
 * one that writes; else at once. A projector of another version cannot use
 * it: it goes on with its own, and this one waits for those who can.
 *
 * @returns What was done, for people.
 */
export async function switchTo(link: string, path: string): Promise<string> {
  const taken = await tryLockFile(projectionLockPath(link));
  const inUse = readProjectionLink(link);
  if ("holder" in taken) {
    const reason = inUse === null ? null : whyNotUsable(inUse);
    if (reason !== null) {
      await nameReady(link, path);
      return `${path} is ready, and used as soon as the services are started ` +
        `again with this version: ${reason}`;
    }
    const request = { kind: USE_PROJECTION, payload: basename(path) };
    return await askProjector(controlPath(link), request, {
      timeoutMs: ANSWER_WITHIN_MS,
    });
  }
  try {
    await putInUse(link, path);
    return `${path} is in use. No projector is running`;
  } finally {
    taken.lock.release();
  }
}
