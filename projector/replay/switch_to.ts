import { basename } from "node:path";
import { askProjector } from "../ask_projector.ts";
import { controlPath } from "../control.ts";
import { tryLockFile } from "../lock_file.ts";
import { projectionLockPath } from "../projection_lock.ts";
import { USE_PROJECTION } from "../projection_switch.ts";
import { putInUse } from "../put_in_use.ts";

/** A projector looks for requests twice a second. */
const ANSWER_WITHIN_MS = 10_000;

/**
 * Puts a projection in use: by the projector, where one runs, as it is the
 * one that writes; else at once.
 *
 * @returns What was done, for people.
 */
export async function switchTo(link: string, path: string): Promise<string> {
  const taken = await tryLockFile(projectionLockPath(link));
  if ("holder" in taken) {
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
