import { setTimeout } from "node:timers/promises";
import type { Report } from "../report.ts";
import type { WriterThread } from "./writer_thread.ts";

/** How often is looked for what there is to do. */
const IDLE_MS = 1_000;

export interface TidyOptions {
  readonly report: Report;
  readonly signal: AbortSignal;
  readonly idleMs?: number;
}

/**
 * Has done what can wait until the signal: hours sealed that are over, and
 * rows made anew that follow from others; a piece at a time, each in a commit
 * of its own, between those of what comes live. Where it fails, all stays as
 * it is, and can be read; it is told of once, and tried again.
 */
export async function tidyUp(
  writer: Pick<WriterThread, "tidy">,
  { report, signal, idleMs = IDLE_MS }: TidyOptions,
): Promise<void> {
  let told = "";
  while (!signal.aborted) {
    let found = false;
    try {
      found = await writer.tidy();
      told = "";
    } catch (error) {
      const { message } = error as Error;
      if (message !== told && !signal.aborted) {
        report(`Cannot tidy up: ${message}`, "error");
      }
      told = message;
    }
    if (!found) await setTimeout(idleMs, null, { signal }).catch(() => {});
  }
}
