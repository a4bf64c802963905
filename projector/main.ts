import { openEventLog } from "../shared/event_log/open_event_log.ts";
import { createLog } from "../shared/log.ts";
import { runService } from "../shared/run_service.ts";
import { readStatus, statusPath } from "../shared/status/status_file.ts";
import { answerRequests } from "./answer_requests.ts";
import { carryOutRequest } from "./carry_out_request.ts";
import { controlPath } from "./control.ts";
import { findOrCreateProjection } from "./open_for_writing.ts";
import { projectInto } from "./project_into.ts";
import { lockProjection } from "./projection_lock.ts";
import { ProjectionSwitch } from "./projection_switch.ts";
import { readProjectorSettings } from "./projector_settings.ts";
import type { Report } from "./report_dead_letters.ts";
import { StatusBoard } from "./status_board.ts";
import { tellCatchUp } from "./tell_catch_up.ts";
import { tellProgress } from "./tell_progress.ts";
import { tellStatus } from "./tell_status.ts";
import { tidyLog } from "./tidy_log.ts";
import { watchTopics } from "./watch_topics.ts";
import type { WriterThread } from "./writer_thread.ts";

await runService(async (signal) => {
  const settings = readProjectorSettings();
  const { EVENT_LOG: eventLog, PROJECTION: link, TOPICS: topics } = settings;
  const logger = await createLog("projector", settings.LOG_LEVEL);
  const report: Report = (message, level) => logger[level](message);

  const lock = await lockProjection(link);
  const { path, newBecause } = await findOrCreateProjection(link, Date.now());
  if (newBecause !== null) {
    logger.info(`Making a new projection ${path} from the log: ${newBecause}`);
  }
  const board = StatusBoard.open(path, { eventLog, nowMs: Date.now });
  board.goOnFrom(await readStatus(statusPath(link)));
  const status = tellStatus(board, settings, { report, signal });
  const log = await openEventLog(eventLog, settings);
  const projections = new ProjectionSwitch(link);
  const writing = Promise.withResolvers<void>();
  let writer: WriterThread;
  const onWriter = (opened: WriterThread) => {
    writer = opened;
    writing.resolve();
  };
  const beside = Promise.all([
    writing.promise.then(() =>
      answerRequests(controlPath(link), {
        carryOut: (request) =>
          carryOutRequest(request, { writer, projections }),
        report: logger.warning,
        signal,
      })
    ),
    watchTopics({ log, board, report }, {
      topics,
      eventLog,
      nowMs: Date.now,
      signal,
    }),
    tellCatchUp({ board, report }, { nowMs: Date.now, signal }),
    tellProgress({ log, board, report }, { signal }),
    tidyLog({ log, report }, { signal }),
  ]);
  for (let into: string | null = path; into !== null;) {
    logger.info(`Projecting ${topics.join(", ")} of ${eventLog} into ${into}`);
    await projectInto(into, { log, board, report, onWriter }, {
      ...settings,
      signal: AbortSignal.any([signal, projections.signal]),
    });
    into = await projections.carryOut();
    if (into !== null) board.openAnother(into);
  }
  await beside;
  await status.stop();
  board.close();
  await log.close();
  lock.release();
  logger.info("Stopped");
});
