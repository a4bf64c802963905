import { formatDuration } from "../shared/duration.ts";
import { openEventLog } from "../shared/event_log/open_event_log.ts";
import { createLog } from "../shared/log.ts";
import { runService } from "../shared/run_service.ts";
import { serveStatus } from "../shared/status/serve_status.ts";
import { AppendWatch } from "./append_watch.ts";
import { changeChannels } from "./channel_changes.ts";
import { systemClock } from "./clock.ts";
import { runIntake } from "./intake/run_intake.ts";
import { produce } from "./produce.ts";
import { producerMetrics } from "./producer_metrics.ts";
import { readProducerSettings } from "./producer_settings.ts";
import { createStatusReader } from "./producer_status.ts";
import { Publisher } from "./publisher.ts";
import type { Report } from "./report.ts";
import { describeSatellites } from "./satellites.ts";
import { stopInTime } from "./stop_in_time.ts";
import { createChannels } from "./topics.ts";
import { whyNotReady } from "./why_not_ready.ts";

await runService(async (signal) => {
  const { nowMs } = systemClock;
  const settings = await readProducerSettings({ nowMs, signal });
  if (signal.aborted) return;
  const { found, STEP: stepMs, BACKFILL: backfillMs } = settings;
  const channelOptions = { topic: settings.TOPIC, stepMs };
  const channels = createChannels(found.satellites, channelOptions);
  const logger = await createLog("producer", settings.LOG_LEVEL);
  const report: Report = (message, level) => logger[level](message);

  const appends = new AppendWatch(nowMs);
  const readStatus = createStatusReader(channels, { appends, nowMs, stepMs });
  serveStatus(settings, {
    whyNotReady: () => whyNotReady(readStatus()),
    metrics: () => producerMetrics(readStatus()),
  }, { report: logger.info, signal });
  const log = appends.watch(await openEventLog(settings.EVENT_LOG, settings));
  report(
    `Publishing ${describeSatellites(found.satellites)} to ` +
      `${channels.map(({ topic }) => topic).join(", ")} of ` +
      `${settings.EVENT_LOG}, a tick every ${formatDuration(stepMs)}` +
      (backfillMs > 0 ? `, filling in ${formatDuration(backfillMs)}` : ""),
    "info",
  );

  const ports = { log, clock: systemClock, report };
  const intakePorts = {
    ...ports,
    publisher: new Publisher(ports),
    source: settings.source,
    published: changeChannels(channels, channelOptions),
  };
  const intake = { found, watchFile: settings.WATCH_FILE, signal };
  await Promise.all([
    produce(ports, { channels, stepMs, backfillMs, signal }),
    stopInTime(runIntake(intakePorts, intake), systemClock, signal),
  ]);
  await log.close();
  report("Stopped", "info");
});
