import { formatDuration } from "../shared/duration.ts";
import { openEventLog } from "../shared/event_log/open_event_log.ts";
import { createLog } from "../shared/log.ts";
import { runService } from "../shared/run_service.ts";
import { serveStatus } from "../shared/status/serve_status.ts";
import { AppendWatch } from "./append_watch.ts";
import { systemClock } from "./clock.ts";
import { reportElementAges } from "./element_sets.ts";
import { produce } from "./produce.ts";
import { producerMetrics } from "./producer_metrics.ts";
import { readProducerSettings } from "./producer_settings.ts";
import { createStatusReader } from "./producer_status.ts";
import type { Report } from "./report.ts";
import { createChannels } from "./topics.ts";
import { whyNotReady } from "./why_not_ready.ts";

await runService(async (signal) => {
  const settings = readProducerSettings();
  const { nowMs } = systemClock;
  const { satellites, STEP: stepMs, BACKFILL: backfillMs } = settings;
  const channels = createChannels(satellites, {
    topic: settings.TOPIC,
    stepMs,
  });
  const logger = await createLog("producer", settings.LOG_LEVEL);
  const report: Report = (message, level) => logger[level](message);

  reportElementAges(satellites, nowMs(), report);
  const appends = new AppendWatch(nowMs);
  const readStatus = createStatusReader(channels, { appends, nowMs, stepMs });
  serveStatus(settings, {
    whyNotReady: () => whyNotReady(readStatus()),
    metrics: () => producerMetrics(readStatus()),
  }, { report: logger.info, signal });
  const log = appends.watch(await openEventLog(settings.EVENT_LOG, settings));
  report(
    `Publishing ${satellites.map(({ name }) => name).join(", ")} to ` +
      `${channels.map(({ topic }) => topic).join(", ")} of ` +
      `${settings.EVENT_LOG}, a tick every ${formatDuration(stepMs)}` +
      (backfillMs > 0 ? `, filling in ${formatDuration(backfillMs)}` : ""),
    "info",
  );

  const ports = { log, clock: systemClock, report };
  await produce(ports, { channels, stepMs, backfillMs, signal });
  await log.close();
  report("Stopped", "info");
});
