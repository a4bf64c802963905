import { openEventLog } from "../shared/event_log/open_event_log.ts";
import { createLog } from "../shared/log.ts";
import { runService } from "../shared/run_service.ts";
import { readSettings } from "../shared/settings.ts";
import { answerRequests } from "./answer_requests.ts";
import { carryOutRequest } from "./carry_out_request.ts";
import { controlPath } from "./control.ts";
import { findOrCreateProjection } from "./open_for_writing.ts";
import { lockProjection } from "./projection_lock.ts";
import { runProjector } from "./run_projector.ts";
import { WriterThread } from "./writer_thread.ts";

await runService(async (signal) => {
  const settings = readSettings([
    "EVENT_LOG",
    "PROJECTION",
    "TOPICS",
    "LOG_LEVEL",
  ]);
  const logger = await createLog("projector", settings.LOG_LEVEL);
  const link = settings.PROJECTION;
  const topics = settings.TOPICS;

  const lock = await lockProjection(link);
  const { path, newBecause } = await findOrCreateProjection(link, Date.now());
  if (newBecause !== null) {
    logger.info(`Making a new projection ${path} from the log: ${newBecause}`);
  }
  const log = await openEventLog(settings.EVENT_LOG);
  const { writer, checkpoints } = await WriterThread.open(path, {
    topics,
    onWaiting: (reason) =>
      reason === null ? logger.info(`Writing to ${path} again`) : logger.error(
        `Cannot write to ${path}, trying until I can: ${reason}`,
      ),
  });
  signal.addEventListener("abort", () => writer.stopWaiting());
  logger.info(`Projecting ${topics.join(", ")} of ${settings.EVENT_LOG}`);

  const answering = answerRequests(controlPath(link), {
    carryOut: (request) => carryOutRequest(request, writer),
    report: (message) => logger.warning(message),
    signal,
  });
  await runProjector(
    {
      log,
      commit: (changes) => writer.commit(changes),
      report: (message, level) => logger[level](message),
    },
    { topics, checkpoints, until: "follow", signal },
  );
  await answering;
  await writer.close();
  await log.close();
  lock.release();
  logger.info("Stopped");
});
