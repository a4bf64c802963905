import type { EventLog } from "../../shared/event_log/event_log.ts";
import type { Report } from "../report.ts";
import { createRetentionReport } from "./report_retention.ts";
import type { StatusBoard } from "./status_board.ts";

/** Retention matters less often, but is part of the same answer. */
const ASK_EACH_MS = 5_000;

export interface WatchOptions {
  /** Names, or patterns with `*`. */
  readonly topics: readonly string[];
  /** The setting that names the log. */
  readonly eventLog: string;
  readonly nowMs: () => number;
  readonly signal: AbortSignal;
  readonly askEachMs?: number;
}

/**
 * Asks the log from time to time what it holds and how long it keeps it, and
 * notes that on the board, until the signal. A log that does not answer is
 * noted, too, and delays nobody: an answer that hangs is left at the signal.
 */
export async function watchTopics(
  { log, board, report }: {
    readonly log: Pick<EventLog, "describeTopics">;
    readonly board: StatusBoard;
    readonly report: Report;
  },
  { topics, eventLog, nowMs, signal, askEachMs = ASK_EACH_MS }: WatchOptions,
): Promise<void> {
  const aborted = new Promise<null>((resolve) => {
    if (signal.aborted) resolve(null);
    signal.addEventListener("abort", () => resolve(null), { once: true });
  });
  const reportRetention = createRetentionReport(report, eventLog);
  while (!signal.aborted) {
    try {
      const askedMs = nowMs();
      const described = await Promise.race([
        log.describeTopics(topics),
        aborted,
      ]);
      if (described === null) return;
      board.noteTopics(described, askedMs);
      reportRetention(described);
    } catch (error) {
      const { message } = error as Error;
      // Of a connection that is lost whoever reads there has told already.
      if (board.read().logTrouble === null) {
        report(`The log does not tell what it holds: ${message}`, "warning");
      }
      board.noteUnanswered(message);
    }
    let timer;
    const pause = new Promise((resolve) => {
      timer = setTimeout(resolve, askEachMs);
    });
    await Promise.race([pause, aborted]);
    clearTimeout(timer);
  }
}
