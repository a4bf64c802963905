import type { LateSummary } from "../shared/projection/late_ranges.ts";
import type { TopicPace } from "../shared/projection/read_paces.ts";
import type { DamagedHour } from "../shared/projection/store/stored_hour.ts";
import { findLag } from "../shared/status/find_lag.ts";
import type { Warning } from "../shared/status/warning.ts";
import {
  countDeadLetters,
  type DatabaseSize,
  isRunning,
  type PartitionStatus,
  type ProjectorStatus,
  type Rate,
  type StorageStatus,
  type TopicStatus,
} from "../shared/status/projector_status.ts";
import {
  isReplaying,
  type ReplayComparison,
  type ReplayStatus,
} from "../shared/status/replay_status.ts";
import type { ProjectionContents } from "./read_contents.ts";

/** Of more hours that are damaged than this, the others are only counted. */
const MOST_DAMAGED = 20;

/**
 * How the projection is and what an operator should act on, as the API says
 * it. What the projector left stands also where it is gone, with its time.
 */
export function projectionJson(
  contents: ProjectionContents | null,
  status: ProjectorStatus | null,
  { unavailable, damagedHours, replay, warnings, nowMs }: {
    /** Why there are no contents; null where there are. */
    readonly unavailable: string | null;
    readonly damagedHours: readonly DamagedHour[];
    readonly replay: ReplayStatus | null;
    readonly warnings: readonly Warning[];
    readonly nowMs: number;
  },
) {
  const topics = status?.topics ?? [];
  return {
    time: iso(nowMs),
    projection: contents && {
      id: contents.id,
      version: contents.version,
      revision: contents.revision,
    },
    unavailable,
    projector: status && projectorJson(status, nowMs),
    newest_position: iso(
      topics.map(({ newestPositionMs }) => newestPositionMs)
        .reduce((a, b) => b === null || (a !== null && a > b) ? a : b, null),
    ),
    storage: status && storageJson(status.storage),
    topics: topics.map((topic) =>
      topicJson(
        topic,
        contents?.paces.find((pace) => pace.topic === topic.name),
        nowMs,
      )
    ),
    partitions:
      status?.partitions.map((partition) =>
        partitionJson(partition, status, nowMs)
      ) ?? [],
    replay: replay && replayJson(replay, nowMs),
    last_comparison: replay && comparisonJson(replay.comparison),
    late_ranges: contents && lateJson(contents.late),
    damaged_hours: {
      count: damagedHours.length,
      hours: damagedHours.slice(0, MOST_DAMAGED).map(({ hour, message }) => ({
        norad_id: hour.noradId,
        from: iso(hour.fromMs),
        reason: message,
      })),
    },
    dead_letters: { count: status === null ? null : countDeadLetters(status) },
    warnings,
  };
}

// Of one that is gone, nothing that would look as if it were so now.
function projectorJson(status: ProjectorStatus, nowMs: number) {
  const running = isRunning(status, nowMs);
  return {
    running,
    updated: iso(status.updatedMs),
    connected: running ? status.logTrouble === null : null,
    log_answered: iso(status.logAnsweredMs),
    last_commit: iso(status.lastCommitMs),
    writing_waits: status.writingTrouble?.reason ?? null,
    projection: {
      id: status.projection.id,
      version: status.projection.version,
      revision: status.projection.revision,
      satellites_pending: status.projection.satellitesPending,
    },
    rate: running && status.rate !== null ? rateJson(status.rate) : null,
  };
}

function rateJson(rate: Rate) {
  return {
    over_seconds: round(rate.overSeconds, 10),
    records_per_second: round(rate.recordsPerSecond, 10),
    positions_per_second: round(rate.positionsPerSecond, 10),
  };
}

function topicJson(
  topic: TopicStatus,
  pace: TopicPace | undefined,
  nowMs: number,
) {
  const { newestPositionMs: newestMs, retentionMs } = topic;
  return {
    topic: topic.name,
    in_log: topic.isInLog,
    retention_seconds: retentionMs === null ? null : retentionMs / 1000,
    newest_position: iso(newestMs),
    newest_position_age_seconds: newestMs === null
      ? null
      : (nowMs - newestMs) / 1000,
    satellites: pace?.satellites ?? null,
    step_seconds: pace?.stepMs == null ? null : pace.stepMs / 1000,
  };
}

function lateJson({ count, lastCommittedMs, fromMs, toMs }: LateSummary) {
  return {
    count,
    last_committed: iso(lastCommittedMs),
    from: iso(fromMs),
    to: iso(toMs),
  };
}

function replayJson(replay: ReplayStatus, nowMs: number) {
  const running = isReplaying(replay, nowMs);
  const hasEnded = replay.phase === "done" || replay.phase === "failed";
  return {
    running,
    phase: running || hasEnded ? replay.phase : "killed",
    started: iso(replay.startedMs),
    updated: iso(replay.updatedMs),
    failure: replay.failure,
    records_done: replay.recordsDone,
    records_in_all: replay.recordsInAll,
    records_per_second: running ? round(replay.recordsPerSecond, 1) : null,
  };
}

function comparisonJson(comparison: ReplayComparison | null) {
  return comparison && {
    time: iso(comparison.atMs),
    hours: comparison.hours,
    differing_hours: comparison.differingHours,
  };
}

function partitionJson(
  of: PartitionStatus,
  status: ProjectorStatus,
  nowMs: number,
) {
  const lag = findLag(of, status, nowMs);
  return {
    topic: of.topic,
    partition: of.partition,
    next_offset: of.nextOffset,
    end_offset: of.endOffset,
    lag: lag.records,
    lag_seconds: lag.seconds,
    halted: of.halted,
  };
}

function storageJson({ eventLog, projection, disks }: StorageStatus) {
  const sizes = (size: DatabaseSize | null) => ({
    bytes: size?.bytes ?? null,
    wal_bytes: size?.walBytes ?? null,
  });
  return {
    event_log: sizes(eventLog),
    projection: sizes(projection),
    disks: disks.map((disk) => ({
      holds: disk.holds,
      free_bytes: disk.freeBytes,
      growth_bytes_per_day: round(disk.growthBytesPerDay, 1),
      full_in_days: round(disk.fullInDays, 10),
    })),
  };
}

/** More digits would only look as if it were known better. */
function round(value: number | null, parts: 1 | 10): number | null {
  return value === null ? null : Math.round(value * parts) / parts;
}

function iso(timeMs: number | null): string | null {
  return timeMs === null ? null : new Date(timeMs).toISOString();
}
