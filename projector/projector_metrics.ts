import { findWarnings } from "../shared/status/find_warnings.ts";
import { each, type Metric, single } from "../shared/status/metrics.ts";
import type {
  DiskStatus,
  PartitionStatus,
  ProjectorStatus,
  StorageStatus,
} from "../shared/status/projector_status.ts";
import { WARNING_KINDS } from "../shared/status/warning.ts";

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
    ...storageMetrics(status.storage),
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

function storageMetrics(
  { eventLog, projection, disks }: StorageStatus,
): Metric[] {
  const ofEachDisk = (
    metric: Omit<Metric, "samples">,
    valueOf: (disk: DiskStatus) => number | null,
  ) =>
    each(metric, disks, (disk) => {
      const value = valueOf(disk);
      const holds = disk.holds.join(",");
      return value === null ? null : { labels: { holds }, value };
    });
  return [
    single(
      gauge("event_log_bytes", "Size of the embedded event log's files."),
      eventLog && eventLog.bytes,
    ),
    single(
      gauge("event_log_wal_bytes", "Of that, its write-ahead log."),
      eventLog && eventLog.walBytes,
    ),
    single(
      gauge("projection_bytes", "Size of the files of the projection in use."),
      projection && projection.bytes,
    ),
    single(
      gauge("projection_wal_bytes", "Of that, its write-ahead log."),
      projection && projection.walBytes,
    ),
    ofEachDisk(
      gauge("disk_free_bytes", "What may still be written on a disk."),
      ({ freeBytes }) => freeBytes,
    ),
    ofEachDisk(
      gauge(
        "disk_growth_bytes_per_day",
        "By how much what a disk holds of ours grows, as measured.",
      ),
      ({ growthBytesPerDay }) => growthBytesPerDay,
    ),
    ofEachDisk(
      gauge("disk_full_in_days", "When a disk is full, if that goes on."),
      ({ fullInDays }) => fullInDays,
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
