import { findWarnings, WARNING_KINDS } from "../shared/status/find_warnings.ts";
import { each, type Metric, single } from "../shared/status/metrics.ts";
import type {
  PartitionStatus,
  ProjectorStatus,
} from "../shared/status/projector_status.ts";

/** The projector's status as numbers. */
export function projectorMetrics(status: ProjectorStatus): Metric[] {
  const { projection, topics } = status;
  const kinds = findWarnings(status, status.updatedMs).map(({ kind }) => kind);
  return [
    single(
      gauge("log_connected", "1 while the event log can be reached, else 0."),
      status.logTrouble === null ? 1 : 0,
    ),
    single(
      gauge("writing_waits", "1 while writing waits for the disk, else 0."),
      status.writingTrouble === null ? 0 : 1,
    ),
    single(
      gauge(
        "last_commit_timestamp_seconds",
        "When this process committed last, since 1970, UTC.",
      ),
      seconds(status.lastCommitMs),
    ),
    single(
      gauge(
        "newest_position_timestamp_seconds",
        "Time of the newest position stored, since 1970, UTC.",
      ),
      seconds(projection.newestPositionMs),
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
    ...partitionMetrics(status),
    each(
      gauge(
        "topic_retention_seconds",
        "How long the log keeps a topic's records; +Inf for ever.",
      ),
      topics,
      ({ name, retentionMs }) => ({
        labels: { topic: name },
        value: retentionMs === null ? Infinity : retentionMs / 1000,
      }),
    ),
    each(
      gauge("warnings", "What an operator should act on, by kind."),
      WARNING_KINDS,
      (kind) => ({
        labels: { kind },
        value: kinds.filter((each) => each === kind).length,
      }),
    ),
  ];
}

function partitionMetrics({ partitions }: ProjectorStatus): Metric[] {
  const ofEach = (
    metric: Omit<Metric, "samples">,
    valueOf: (partition: PartitionStatus) => number | null,
  ) =>
    each(metric, partitions, (status) => {
      const { topic, partition } = status;
      const value = valueOf(status);
      return value === null ? null : { labels: { topic, partition }, value };
    });
  return [
    ofEach(
      gauge("next_offset", "The next offset to apply."),
      ({ nextOffset }) => nextOffset,
    ),
    ofEach(
      gauge("end_offset", "Offset of the next record to come, as last asked."),
      ({ endOffset }) => endOffset,
    ),
    ofEach(
      gauge("lag_records", "Records of the log that are not applied yet."),
      ({ lagRecords }) => lagRecords,
    ),
    ofEach(
      gauge("partition_halted", "1 where it cannot be read on, else 0."),
      ({ halted }) => halted === null ? 0 : 1,
    ),
    ofEach(
      counter("records_applied_total", "Records applied."),
      ({ recordsApplied }) => recordsApplied,
    ),
    ofEach(
      counter("positions_decoded_total", "Positions in the records applied."),
      ({ positionsDecoded }) => positionsDecoded,
    ),
    ofEach(
      gauge("dead_letters", "Records that could not be applied."),
      ({ deadLetters }) => deadLetters,
    ),
  ];
}

function gauge(name: string, help: string) {
  return {
    name: `groundtrack_projector_${name}`,
    help,
    type: "gauge" as const,
  };
}

function counter(name: string, help: string) {
  return { ...gauge(name, help), type: "counter" as const };
}

function seconds(timeMs: number | null): number | null {
  return timeMs === null ? null : timeMs / 1000;
}
