import type { EventLog } from "../shared/event_log/event_log.ts";
import type { Settings } from "../shared/settings.ts";
import type { Report } from "./report_dead_letters.ts";
import { createWaitingReport } from "./report_waiting.ts";
import { runProjector } from "./run_projector.ts";
import { sealHours } from "./seal_hours.ts";
import type { StatusBoard } from "./status_board.ts";
import { WriterThread } from "./writer_thread.ts";

export interface ProjectIntoPorts {
  readonly log: Pick<EventLog, "read">;
  readonly board: StatusBoard;
  readonly report: Report;
  /** Given the thread that writes, as soon as it does. */
  readonly onWriter: (writer: WriterThread) => void;
}

/** Projects the log into one projection until the signal, from where it is. */
export async function projectInto(
  path: string,
  { log, board, report, onWriter }: ProjectIntoPorts,
  { TOPICS: topics, TOPIC_SATELLITES: topicSatellites, signal }:
    & Settings<"TOPICS" | "TOPIC_SATELLITES">
    & { readonly signal: AbortSignal },
): Promise<void> {
  const { writer, checkpoints } = await WriterThread.open(path, {
    topics,
    topicSatellites,
    notesLateRanges: true,
    onWaiting: createWaitingReport(board, report, path),
    onTrouble: (message) => report(message, "warning"),
  });
  signal.addEventListener("abort", () => writer.stopWaiting());
  onWriter(writer);
  const sealing = sealHours(writer, { report, signal });
  await runProjector(
    {
      log: board.watch(log),
      commit: async (changes) => {
        await writer.commit(changes);
        board.noteCommit();
      },
      report,
    },
    { topics, topicSatellites, checkpoints, until: "follow", signal },
  );
  await sealing;
  await writer.close();
}
