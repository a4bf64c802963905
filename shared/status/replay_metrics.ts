import { type Metric, single } from "./metrics.ts";
import { isReplaying, type ReplayStatus } from "./replay_status.ts";

/**
 * A replay's status as numbers: how far one is while it is at work, and what
 * the last comparison found.
 */
export function replayMetrics(
  status: ReplayStatus | null,
  nowMs: number,
): Metric[] {
  const isAtWork = status !== null && isReplaying(status, nowMs);
  const comparison = status?.comparison ?? null;
  return [
    single(gauge("running", "1 while a replay is at work, else 0."), +isAtWork),
    single(
      gauge("records", "Records that the replay at work has applied."),
      isAtWork ? status.recordsDone : null,
    ),
    single(
      gauge("records_expected", "Records that it has to apply in all, about."),
      isAtWork ? status.recordsInAll : null,
    ),
    single(
      gauge(
        "compared_timestamp_seconds",
        "When a replay last compared projections, since 1970, UTC.",
      ),
      comparison && comparison.atMs / 1000,
    ),
    single(
      gauge("differing_hours", "Hours that differed in that comparison."),
      comparison && comparison.differingHours,
    ),
  ];
}

function gauge(name: string, help: string): Omit<Metric, "samples"> {
  return { name: `groundtrack_replay_${name}`, help, type: "gauge" };
}
