import { openEventLog } from "../shared/event_log/open_event_log.ts";
import { createLog } from "../shared/log.ts";
import { runService } from "../shared/run_service.ts";
import { answerRequests } from "./answer_requests.ts";
import { carryOutRequest } from "./carry_out_request.ts";
import { controlPath } from "./control.ts";
import { findOrCreateProjection } from "./open_for_writing.ts";
import { lockProjection } from "./projection_lock.ts";
import { readProjectorSettings } from "./projector_settings.ts";
import type { Report } from "./report_dead_letters.ts";
import { createWaitingReport } from "./report_waiting.ts";
import { runProjector } from "./run_projector.ts";
import { sealHours } from "./seal_hours.ts";
import { StatusBoard } from "./status_board.ts";
import { tellCatchUp } from "./tell_catch_up.ts";
import { tellProgress } from "./tell_progress.ts";
import { tellStatus } from "./tell_status.ts";
import { tidyLog } from "./tidy_log.ts";
import { watchTopics } from "./watch_topics.ts";
import { WriterThread } from "./writer_thread.ts";

await runService(async (signal) => {
  const settings = readProjectorSettings();
  const { EVENT_LOG: eventLog, PROJECTION: link, TOPICS: topics } = settings;
  const topicSatellites = settings.TOPIC_SATELLITES;
  const logger = await createLog("projector", settings.LOG_LEVEL);
  const report: Report = (message, level) => logger[level](message);

  const lock = await lockProjection(link);
  const { path, newBecause } = await findOrCreateProjection(link, Date.now());
  if (newBecause !== null) {
    logger.info(`Making a new projection ${path} from the log: ${newBecause}`);
  }
  const board = StatusBoard.open(path, { eventLog, nowMs: Date.now });
  const status = tellStatus(board, settings, { report, signal });
  const log = await openEventLog(eventLog, settings);
  const { writer, checkpoints } = await WriterThread.open(path, {
    topics,
    topicSatellites,
    onWaiting: createWaitingReport(board, report, path),
    onTrouble: (message) => report(message, "warning"),
  });
  signal.addEventListener("abort", () => writer.stopWaiting());
  logger.info(`Projecting ${topics.join(", ")} of ${eventLog}`);

  const beside = Promise.all([
    answerRequests(controlPath(link), {
      carryOut: (request) => carryOutRequest(request, writer),
      report: logger.warning,
      signal,
    }),
    watchTopics({ log, board, report }, { topics, eventLog, signal }),
    sealHours(writer, { report, signal }),
    tellCatchUp({ board, report }, { nowMs: Date.now, signal }),
    tellProgress({ log, board, report }, { signal }),
    tidyLog({ log, report }, { signal }),
  ]);
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
  await beside;
  await status.stop();
  board.close();
  await writer.close();
  await log.close();
  lock.release();
  logger.info("Stopped");
});
