import type { Warning } from "../shared/status/warning.ts";
import {
  countDeadLetters,
  type DatabaseSize,
  isRunning,
  type PartitionStatus,
  type ProjectorStatus,
  type StorageStatus,
} from "../shared/status/projector_status.ts";
import type { NamedProjection } from "./name_projection.ts";

/**
 * How the projection is and what an operator should act on, as the API says
 * it. What the projector left stands also where it is gone, with its time.
 */
export function projectionJson(
  projection: NamedProjection | null,
  status: ProjectorStatus | null,
  { warnings, nowMs }: {
    readonly warnings: readonly Warning[];
    readonly nowMs: number;
  },
) {
  return {
    projection,
    projector: status && {
      running: isRunning(status, nowMs),
      updated: iso(status.updatedMs),
      connected: status.logTrouble === null,
      log_answered: iso(status.logAnsweredMs),
      last_commit: iso(status.lastCommitMs),
      writing_waits: status.writingTrouble?.reason ?? null,
    },
    newest_position: iso(status?.projection.newestPositionMs ?? null),
    storage: status && storageJson(status.storage),
    topics: (status?.topics ?? []).map(({ name, retentionMs }) => ({
      topic: name,
      retention_seconds: retentionMs === null ? null : retentionMs / 1000,
    })),
    partitions: (status?.partitions ?? []).map(partitionJson),
    dead_letters: { count: status === null ? null : countDeadLetters(status) },
    warnings,
  };
}

function partitionJson(status: PartitionStatus) {
  return {
    topic: status.topic,
    partition: status.partition,
    next_offset: status.nextOffset,
    end_offset: status.endOffset,
    lag: status.lagRecords,
    halted: status.halted,
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
