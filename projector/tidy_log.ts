import { setTimeout } from "node:timers/promises";
import type { EventLog } from "../shared/event_log/event_log.ts";
import type { Report } from "./report.ts";

/** A pause is so many times as long as the step before it: a tenth is taken. */
const PAUSE_FACTOR = 9;

/** When nothing is left to do; a live topic has a row to pack each half hour. */
const IDLE_MS = 60_000;

export interface TidyOptions {
  readonly signal: AbortSignal;
  readonly idleMs?: number;
}

/**
 * Has the log do its own housekeeping, a step at a time, until the signal.
 * A log that cannot be tidied up is told of once, and tried again later:
 * nothing here depends on it.
 */
export async function tidyLog(
  { log, report }: {
    readonly log: Pick<EventLog, "tidy">;
    readonly report: Report;
  },
  { signal, idleMs = IDLE_MS }: TidyOptions,
): Promise<void> {
  let isTroubled = false;
  while (!signal.aborted) {
    const beganMs = performance.now();
    let pauseMs = idleMs;
    try {
      const hasMore = await log.tidy();
      if (hasMore) pauseMs = PAUSE_FACTOR * (performance.now() - beganMs);
      isTroubled = false;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (!isTroubled) report(`${reason} It is tried again.`, "warning");
      isTroubled = true;
    }
    await setTimeout(pauseMs, null, { signal }).catch(() => {});
  }
}
