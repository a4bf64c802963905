import { each, type Metric, single } from "./metrics.ts";
import { partitionMetrics } from "./partition_metrics.ts";
import {
  projectorCounter as counter,
  projectorGauge as gauge,
} from "./projector_metric.ts";
import { isRunning, type ProjectorStatus } from "./projector_status.ts";
import { storageMetrics } from "./storage_metrics.ts";

/**
 * The projector's status as numbers, which the projector itself tells and the
 * web app, too. What is not known has no sample: of a projector that is gone
 * there is only what stays so, and nothing of the moment.
 *
 * @param status What the projector left; null where it left nothing.
 */
export function statusMetrics(
  status: ProjectorStatus | null,
  nowMs: number,
): Metric[] {
  const isUp = status !== null && isRunning(status, nowMs);
  const running = single(
    gauge("running", "1 while the projector is there, else 0."),
    isUp ? 1 : 0,
  );
  if (status === null) return [running];
  return [
    running,
    ...(isUp ? metricsOfTheMoment(status) : []),
    ...projectionMetrics(status),
    ...partitionMetrics(status, nowMs),
  ];
}

function metricsOfTheMoment(
  { logTrouble, writingTrouble, storage }: ProjectorStatus,
): Metric[] {
  return [
    single(
      gauge("log_connected", "1 while the event log can be reached, else 0."),
      logTrouble === null ? 1 : 0,
    ),
    single(
      gauge("writing_waits", "1 while writing waits for the disk, else 0."),
      writingTrouble === null ? 0 : 1,
    ),
    ...storageMetrics(storage),
  ];
}

function projectionMetrics(
  { logAnsweredMs, lastCommitMs, projection, topics }: ProjectorStatus,
): Metric[] {
  const { id, version } = projection;
  return [
    single(
      gauge(
        "log_answered_timestamp_seconds",
        "When the log last told its topics and their ends, since 1970, UTC.",
      ),
      seconds(logAnsweredMs),
    ),
    single(
      gauge(
        "last_commit_timestamp_seconds",
        "When this process committed last, since 1970, UTC.",
      ),
      seconds(lastCommitMs),
    ),
    each(
      gauge("projection_info", "Always 1, of the projection that is written."),
      [{ id, version }],
      (labels) => ({ labels, value: 1 }),
    ),
    single(
      counter("commits_total", "Commits that made the projection."),
      projection.revision,
    ),
    single(
      counter(
        "positions_superseded_total",
        "Positions not stored, as another event claims the same.",
      ),
      projection.positionsSuperseded,
    ),
    single(
      gauge(
        "satellites_pending",
        "Satellites whose crossings of the equator and audits are to be made anew.",
      ),
      projection.satellitesPending,
    ),
    each(
      gauge(
        "newest_position_timestamp_seconds",
        "Time of a topic's newest position, since 1970, UTC; `time()` less it is its age.",
      ),
      topics,
      ({ name, newestPositionMs: timeMs }) =>
        timeMs === null
          ? null
          : { labels: { topic: name }, value: timeMs / 1000 },
    ),
    each(
      gauge(
        "topic_retention_seconds",
        "How long the log keeps a topic's records; +Inf for ever.",
      ),
      topics.filter(({ isInLog }) => isInLog),
      ({ name, retentionMs }) => ({
        labels: { topic: name },
        value: retentionMs === null ? Infinity : retentionMs / 1000,
      }),
    ),
  ];
}

function seconds(timeMs: number | null): number | null {
  return timeMs === null ? null : timeMs / 1000;
}
