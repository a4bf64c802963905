import type { EventLog } from "../shared/event_log/event_log.ts";
import type { Settings } from "../shared/settings.ts";
import type { CurrentProjection } from "./current_projection.ts";
import type { Report } from "./report.ts";
import { createWaitingReport } from "./status/report_waiting.ts";
import { runProjector } from "./run_projector.ts";
import type { StatusBoard } from "./status/status_board.ts";
import { tidyUp } from "./writing/tidy_up.ts";
import { WriterThread } from "./writing/writer_thread.ts";

export interface ProjectIntoPorts {
  readonly log: Pick<EventLog, "read">;
  readonly board: StatusBoard;
  readonly report: Report;
  /** Told which thread writes it. */
  readonly current: Pick<CurrentProjection, "noteWriter" | "forgetWriter">;
}

export interface ProjectIntoOptions
  extends Settings<"TOPICS" | "TOPIC_SATELLITES"> {
  /** To the log's end as it is now, as nobody reads it yet; or for ever. */
  readonly until: "end" | "follow";
  readonly signal: AbortSignal;
}

/** Projects the log into one projection, from where it is. */
export async function projectInto(
  path: string,
  { log, board, report, current }: ProjectIntoPorts,
  { until, signal, ...settings }: ProjectIntoOptions,
): Promise<void> {
  const { TOPICS: topics, TOPIC_SATELLITES: topicSatellites } = settings;
  const { writer, checkpoints } = await WriterThread.open(path, {
    topics,
    topicSatellites,
    notesLateRanges: until === "follow",
    onWaiting: createWaitingReport(board, report, path),
    onTrouble: (message) => report(message, "warning"),
  });
  signal.addEventListener("abort", () => writer.stopWaiting());
  current.noteWriter(writer);
  const atEnd = new AbortController();
  const tidying = tidyUp(writer, {
    report,
    signal: AbortSignal.any([signal, atEnd.signal]),
  });
  await runProjector(
    {
      log: board.watch(log),
      commit: async (changes) => {
        await writer.commit(changes);
        board.noteCommit();
      },
      report,
    },
    { topics, topicSatellites, checkpoints, until, signal },
  );
  atEnd.abort();
  await tidying;
  current.forgetWriter();
  await writer.close();
}
