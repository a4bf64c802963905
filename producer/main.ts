import { environmentVariable } from "../shared/environment.ts";
import { openEventLog } from "../shared/event_log/open_event_log.ts";
import { createLog } from "../shared/log.ts";
import { runService } from "../shared/run_service.ts";
import { serveStatus } from "../shared/status/serve_status.ts";
import { AppendWatch } from "./append_watch.ts";
import { withCatalogueDefaults } from "./catalogue_defaults.ts";
import { Channels } from "./channels.ts";
import { systemClock } from "./clock.ts";
import { describeWork } from "./describe_work.ts";
import { runIntake } from "./intake/run_intake.ts";
import { produce } from "./produce.ts";
import { producerMetrics } from "./producer_metrics.ts";
import { readProducerSettings } from "./producer_settings.ts";
import { createStatusReader } from "./producer_status.ts";
import { Publisher } from "./publisher.ts";
import type { Report } from "./report.ts";
import { stopInTime } from "./stop_in_time.ts";
import { whyNotReady } from "./why_not_ready.ts";

await runService(async (signal) => {
  const { nowMs } = systemClock;
  const chosen = await readProducerSettings({ nowMs, signal });
  if (signal.aborted) return;
  const { found, topic, STEP: stepMs } = chosen;
  const channels = new Channels(found.satellites, { topic, stepMs });
  const settings = channels.isCatalogue
    ? withCatalogueDefaults(chosen, environmentVariable())
    : chosen;
  const { EVENT_LOG: eventLog, BACKFILL: backfillMs } = settings;
  const logger = await createLog("producer", settings.LOG_LEVEL);
  const report: Report = (message, level) => logger[level](message);

  const appends = new AppendWatch(nowMs);
  const readStatus = createStatusReader(channels, { appends, nowMs, stepMs });
  serveStatus(settings, {
    whyNotReady: () => whyNotReady(readStatus()),
    metrics: () => producerMetrics(readStatus()),
  }, { report: logger.info, signal });
  const log = appends.watch(await openEventLog(eventLog, settings));
  report(describeWork(channels, { eventLog, backfillMs }), "info");

  const logPorts = { log, clock: systemClock, report };
  const ports = { ...logPorts, publisher: new Publisher(logPorts) };
  const { source, WATCH_FILE: watchFile } = settings;
  const intakePorts = { ...ports, source, published: channels };
  const intake = runIntake(intakePorts, { found, watchFile, signal });
  await Promise.all([
    produce(ports, { channels, stepMs, backfillMs, signal }),
    stopInTime(intake, systemClock, signal),
  ]);
  await log.close();
  report("Stopped", "info");
});
