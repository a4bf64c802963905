import { setTimeout } from "node:timers/promises";
import type { Report } from "./report_dead_letters.ts";
import type { WriterThread } from "./writer_thread.ts";

/** How often is looked for hours that are over. */
const IDLE_MS = 1_000;

export interface SealOptions {
  readonly report: Report;
  readonly signal: AbortSignal;
  readonly idleMs?: number;
}

/**
 * Has hours sealed that are over, one after another, until the signal: each
 * in a commit of its own, between those of what comes live. Where one cannot
 * be, it stays as it is, and is read like that; it is told of once, and tried
 * again.
 */
export async function sealHours(
  writer: Pick<WriterThread, "sealNext">,
  { report, signal, idleMs = IDLE_MS }: SealOptions,
): Promise<void> {
  let isTroubled = false;
  while (!signal.aborted) {
    let found = false;
    try {
      found = await writer.sealNext();
      isTroubled = false;
    } catch (error) {
      if (!isTroubled && !signal.aborted) {
        report(`Cannot seal an hour: ${(error as Error).message}`, "error");
      }
      isTroubled = true;
    }
    if (!found) await setTimeout(idleMs, null, { signal }).catch(() => {});
  }
}
