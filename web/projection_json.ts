import { findWarnings } from "../shared/status/find_warnings.ts";
import {
  countDeadLetters,
  isRunning,
  type PartitionStatus,
  type ProjectorStatus,
} from "../shared/status/projector_status.ts";
import type { NamedProjection } from "./name_projection.ts";

/**
 * How the projection is and what an operator should act on, as the API says
 * it. What the projector left stands also where it is gone, with its time.
 */
export function projectionJson(
  projection: NamedProjection | null,
  status: ProjectorStatus | null,
  nowMs: number,
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
    topics: (status?.topics ?? []).map(({ name, retentionMs }) => ({
      topic: name,
      retention_seconds: retentionMs === null ? null : retentionMs / 1000,
    })),
    partitions: (status?.partitions ?? []).map(partitionJson),
    dead_letters: { count: status === null ? null : countDeadLetters(status) },
    warnings: findWarnings(status, nowMs),
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

function iso(timeMs: number | null): string | null {
  return timeMs === null ? null : new Date(timeMs).toISOString();
}
