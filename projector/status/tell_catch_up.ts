import { setTimeout } from "node:timers/promises";
import { formatDuration } from "../../shared/duration.ts";
import { findLag, knowsLogEnds } from "../../shared/status/find_lag.ts";
import type { Report } from "../report.ts";
import type { StatusBoard } from "./status_board.ts";

const LOOK_EACH_MS = 5_000;

/** What takes less is not worth a word. */
const WORTH_TELLING_MS = 5_000;

export interface CatchUpOptions {
  readonly nowMs: () => number;
  readonly signal: AbortSignal;
  readonly lookEachMs?: number;
}

/**
 * Tells how long it takes until the projection is where the log ends, from
 * time to time until it is, or until the signal: as after another version of
 * it has been made, which is empty at first.
 */
export async function tellCatchUp(
  { board, report }: {
    readonly board: Pick<StatusBoard, "read">;
    readonly report: Report;
  },
  { nowMs, signal, lookEachMs = LOOK_EACH_MS }: CatchUpOptions,
): Promise<void> {
  const begin = look(board, nowMs());
  let before = begin;
  let told = false;
  while (!signal.aborted) {
    await setTimeout(lookEachMs, null, { signal }).catch(() => {});
    if (signal.aborted) return;
    const now = look(board, nowMs());
    const perMs = (now.applied - before.applied) / (now.atMs - before.atMs);
    before = now;
    // It may not have been read from yet, or not be asked.
    if (!now.isKnown || (now.lag > 0 && !(perMs > 0))) continue;
    const leftMs = now.lag === 0 ? 0 : now.lag / perMs;
    if (leftMs > WORTH_TELLING_MS) {
      const rate = Math.round(perMs * 1000).toLocaleString("en");
      report(
        `Applied ${now.applied.toLocaleString("en")} records, ` +
          `${now.lag.toLocaleString("en")} to go: at ${rate} a second that ` +
          `takes about ${formatDuration(leftMs)}`,
        "info",
      );
      told = true;
    } else {
      const took = formatDuration(now.atMs - begin.atMs);
      if (told) report(`Caught up with the log within ${took}`, "info");
      return;
    }
  }
}

function look(board: Pick<StatusBoard, "read">, atMs: number) {
  let [applied, lag] = [0, 0];
  const status = board.read();
  for (const partition of status.partitions) {
    const { recordsRead, halted } = partition;
    applied += recordsRead;
    if (halted !== null) continue;
    lag += findLag(partition, status, status.updatedMs).records ?? 0;
  }
  const isKnown = knowsLogEnds(status, status.updatedMs);
  return { atMs, applied, lag, isKnown };
}
