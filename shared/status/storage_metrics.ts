import { each, type Metric, single } from "./metrics.ts";
import { projectorGauge as gauge } from "./projector_metric.ts";
import type { DiskStatus, StorageStatus } from "./projector_status.ts";

const DAY_SECONDS = 86_400;

/** The room that everything takes, and that there is, as numbers. */
export function storageMetrics(
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
        "disk_growth_bytes_per_second",
        "By how much what a disk holds of ours grows, as measured over a day.",
      ),
      ({ growthBytesPerDay: bytes }) =>
        bytes === null ? null : bytes / DAY_SECONDS,
    ),
    ofEachDisk(
      gauge(
        "disk_full_in_seconds",
        "In how long a disk is full, if that goes on.",
      ),
      ({ fullInDays: days }) => days === null ? null : days * DAY_SECONDS,
    ),
  ];
}
