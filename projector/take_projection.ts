import { setTimeout as sleep } from "node:timers/promises";
import { readProjectionLink } from "../shared/projection/projection_link.ts";
import type { FileLock } from "../shared/lock_file.ts";
import { findOrBeginNext } from "./next_projection.ts";
import { whyNotUsable } from "./writing/open_for_writing.ts";
import { lockProjection } from "./projection_lock.ts";
import { tryLockReplay } from "./replay_lock.ts";
import type { Report } from "./report.ts";

/** How often is looked whether a replay has made one. */
const LOOK_EACH_MS = 200;

/** A projection that this process alone may write. */
export interface TakenProjection {
  readonly path: string;
  readonly lock: FileLock;
  /** Held while it is being made; null where it is the one in use. */
  readonly making: FileLock | null;
}

/**
 * Takes the projection in use; or, where there is none that this program can
 * use, the one that was made or begun for it, or begins one, which is to be
 * put in use when it is at the log's end. What was in use is left as it is. A
 * replay that makes one at this moment is waited for.
 *
 * @returns Null if the signal comes first.
 * @throws {Error} If another process writes the projection.
 */
export async function takeProjection(
  link: string,
  { nowMs, report, signal }: {
    readonly nowMs: () => number;
    readonly report: Report;
    readonly signal: AbortSignal;
  },
): Promise<TakenProjection | null> {
  let isTold = false;
  while (!signal.aborted) {
    const lock = await lockProjection(link);
    const found = await find(link, nowMs()).catch((error) => {
      lock.release();
      throw error;
    });
    if (found.kind === "inUse") return { path: found.path, lock, making: null };
    if (found.kind === "next") {
      const { path, reason, making } = found;
      report(`Making a new projection ${path} from the log: ${reason}`, "info");
      return { path, lock, making };
    }
    // So that the replay can put what it has made in use.
    lock.release();
    if (!isTold) {
      report(
        `Waiting for process ${found.holder}, which makes the next ` +
          `projection: ${found.reason}`,
        "info",
      );
    }
    isTold = true;
    await sleep(LOOK_EACH_MS, null, { signal }).catch(() => {});
  }
  return null;
}

/** What there is to be written: by us, or by a replay for now. */
type Found =
  | { readonly kind: "inUse"; readonly path: string }
  | {
    readonly kind: "next";
    readonly path: string;
    /** Why the one in use is not. */
    readonly reason: string;
    readonly making: FileLock;
  }
  | {
    readonly kind: "held";
    readonly holder: string;
    readonly reason: string;
  };

async function find(link: string, nowMs: number): Promise<Found> {
  const path = readProjectionLink(link);
  const reason = path === null ? "there is none yet" : whyNotUsable(path);
  if (path !== null && reason === null) return { kind: "inUse", path };
  const taken = await tryLockReplay(link);
  if ("holder" in taken) {
    return { kind: "held", holder: taken.holder, reason: reason! };
  }
  const next = await findOrBeginNext(link, { restart: false, nowMs });
  const making = taken.lock;
  return { kind: "next", path: next.path, reason: reason!, making };
}
