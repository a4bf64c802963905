import { setTimeout } from "node:timers/promises";
import {
  type EventLog,
  EventLogError,
} from "../../shared/event_log/event_log.ts";
import type { Report } from "../report.ts";
import type { StatusBoard } from "./status_board.ts";

const TELL_EACH_MS = 5_000;

/** A broker that has just started does not know groups yet, which passes. */
const FAILURES_TOLD_OF = 3;

export interface TellOptions {
  readonly signal: AbortSignal;
  readonly tellEachMs?: number;
}

/**
 * Tells the log's own tools from time to time how far the projection is, as
 * it is committed, until the signal. It is a courtesy: one that cannot be
 * paid is told of once, and matters to nothing here.
 */
export async function tellProgress(
  { log, board, report }: {
    readonly log: Pick<EventLog, "noteProgress">;
    readonly board: StatusBoard;
    readonly report: Report;
  },
  { signal, tellEachMs = TELL_EACH_MS }: TellOptions,
): Promise<void> {
  const aborted = new Promise<void>((resolve) => {
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
  let failures = 0;
  while (!signal.aborted) {
    const { projection, partitions, logTrouble } = board.read();
    const checkpoints = partitions.flatMap((
      { topic, partition, nextOffset, halted },
    ) =>
      nextOffset === null || halted !== null
        ? []
        : [{ topic, partition, nextOffset }]
    );
    try {
      if (logTrouble === null && checkpoints.length > 0) {
        const reader = `groundtrack-projector-${projection.id}`;
        const noting = log.noteProgress(reader, checkpoints);
        noting.catch(() => {});
        // A log that hangs is not waited for at the end.
        await Promise.race([noting, aborted]);
        failures = 0;
      }
    } catch (error) {
      if (!(error instanceof EventLogError)) throw error;
      if (++failures === FAILURES_TOLD_OF) {
        report(
          `${error.message} Only the log's own tools miss it.`,
          "warning",
        );
      }
    }
    await setTimeout(tellEachMs, null, { signal }).catch(() => {});
  }
}
