import { setTimeout as sleep } from "node:timers/promises";
import type { Checkpoint } from "../../shared/event_log/event_log.ts";
import { partitionKey } from "../../shared/event_log/partition_key.ts";
import { readCheckpoints } from "../../shared/projection/read_checkpoints.ts";
import type { Sqlite } from "../../shared/sqlite.ts";
import type { Report } from "../report.ts";

const POLL_MS = 100;

/** A projector that runs and has records to apply commits more often. */
const STANDSTILL_MS = 10_000;

export interface WaitOptions {
  readonly report: Report;
  readonly signal: AbortSignal;
  readonly standstillMs?: number;
}

/**
 * Waits until the projection in use holds all that the other one does, which
 * an earlier run may have left further on: the two can only be compared where
 * both have been. That is so after a projector was killed or someone went back.
 *
 * @throws {Error} If the one in use stands still before that.
 */
export async function waitUntilReached(
  { inUse, begun }: { readonly inUse: Sqlite; readonly begun: Sqlite },
  { report, signal, standstillMs = STANDSTILL_MS }: WaitOptions,
): Promise<void> {
  const wanted = readCheckpoints(begun);
  let lacking = countLacking(wanted, readCheckpoints(inUse));
  if (lacking === 0) return;
  report(
    `Waiting for the one in use, which has ${lacking} records yet to apply ` +
      "that this one holds",
    "info",
  );
  for (let sinceMs = performance.now(); lacking > 0;) {
    await sleep(POLL_MS, undefined, { signal });
    const now = countLacking(wanted, readCheckpoints(inUse));
    if (now < lacking) sinceMs = performance.now();
    lacking = now;
    if (performance.now() - sinceMs > standstillMs) {
      throw new Error(
        "Cannot compare with the projection in use as it must hold all that " +
          `the one begun before does: it lacks ${lacking} records, and stands ` +
          "still. Start the projector, or run this again with --restart",
      );
    }
  }
}

function countLacking(
  wanted: readonly Checkpoint[],
  reached: readonly Checkpoint[],
): number {
  const offsets = new Map(
    reached.map((one) => [partitionKey(one), one.nextOffset]),
  );
  return wanted.reduce((sum, one) => {
    const nextOffset = offsets.get(partitionKey(one)) ?? 0;
    return sum + Math.max(0, one.nextOffset - nextOffset);
  }, 0);
}
