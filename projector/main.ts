import { openEventLog } from "../shared/event_log/open_event_log.ts";
import { createLog } from "../shared/log.ts";
import { runService } from "../shared/run_service.ts";
import { readStatus, statusPath } from "../shared/status/status_file.ts";
import { answerRequests } from "./requests/answer_requests.ts";
import { carryOutRequest } from "./requests/carry_out_request.ts";
import { controlPath } from "./requests/control.ts";
import { CurrentProjection } from "./current_projection.ts";
import { projectLog } from "./project_log.ts";
import { readProjectorSettings } from "./projector_settings.ts";
import type { Report } from "./report.ts";
import { StatusBoard } from "./status/status_board.ts";
import { takeProjection } from "./take_projection.ts";
import { tellCatchUp } from "./status/tell_catch_up.ts";
import { tellProgress } from "./status/tell_progress.ts";
import { tellStatus } from "./status/tell_status.ts";
import { tidyLog } from "./tidy_log.ts";
import { watchTopics } from "./status/watch_topics.ts";

await runService(async (signal) => {
  const settings = readProjectorSettings();
  const { EVENT_LOG: eventLog, PROJECTION: link, TOPICS: topics } = settings;
  const logger = await createLog("projector", settings.LOG_LEVEL);
  const nowMs = Date.now;
  const report: Report = (message, level) => logger[level](message);

  const taken = await takeProjection(link, { nowMs, report, signal });
  if (taken === null) return;
  const board = StatusBoard.open(taken.path, { eventLog, nowMs });
  board.goOnFrom(await readStatus(statusPath(link)));
  const status = tellStatus(board, settings, { report, signal });
  const log = await openEventLog(eventLog, settings);
  const current = new CurrentProjection(link);
  const beside = Promise.all([
    answerRequests(controlPath(link), {
      carryOut: (request) => carryOutRequest(request, current),
      report: logger.warning,
      signal,
    }),
    watchTopics({ log, board, report }, { topics, eventLog, nowMs, signal }),
    tellCatchUp({ board, report }, { nowMs, signal }),
    tellProgress({ log, board, report }, { signal }),
    tidyLog({ log, report }, { signal }),
  ]);
  await projectLog(taken, { log, board, current, report }, {
    ...settings,
    signal,
  });
  await beside;
  await status.stop();
  board.close();
  await log.close();
  taken.lock.release();
  logger.info("Stopped");
});
