/** What `/api/v1/projection` answers, as far as the page shows it. */
export interface StatusAnswer {
  /** The server's now. */
  time: string;
  projection: WrittenProjection | null;
  /** Why there is no projection to read. */
  unavailable: string | null;
  projector: ProjectorInfo | null;
  storage: StorageInfo | null;
  topics: TopicInfo[];
  partitions: PartitionInfo[];
  replay: ReplayInfo | null;
  last_comparison: {
    time: string;
    hours: number;
    differing_hours: number;
  } | null;
  late_ranges: {
    count: number;
    last_committed: string | null;
    from: string | null;
    to: string | null;
  } | null;
  damaged_hours: {
    count: number;
    hours: { norad_id: number; from: string; reason: string }[];
  };
  dead_letters: { count: number | null };
  warnings: OperatorWarning[];
}

export interface OperatorWarning {
  kind: string;
  message: string;
  /** Commands stand between backquotes. */
  remedy: string;
}

interface WrittenProjection {
  id: string;
  version: number;
  revision: number;
}

interface ProjectorInfo {
  running: boolean;
  updated: string;
  connected: boolean | null;
  log_answered: string | null;
  last_commit: string | null;
  projection: WrittenProjection & { satellites_pending: number };
  rate: {
    over_seconds: number;
    records_per_second: number;
    positions_per_second: number;
  } | null;
}

export interface TopicInfo {
  topic: string;
  in_log: boolean | null;
  /** Null for ever. */
  retention_seconds: number | null;
  newest_position: string | null;
  satellites: number | null;
  step_seconds: number | null;
}

export interface PartitionInfo {
  topic: string;
  partition: number;
  next_offset: number | null;
  end_offset: number | null;
  lag: number | null;
  lag_seconds: number | null;
  halted: string | null;
}

export interface ReplayInfo {
  running: boolean;
  phase: "applying" | "comparing" | "done" | "failed" | "killed";
  started: string;
  updated: string;
  failure: string | null;
  records_done: number;
  records_in_all: number;
  records_per_second: number | null;
}

interface SizeInfo {
  bytes: number | null;
  wal_bytes: number | null;
}

export interface StorageInfo {
  event_log: SizeInfo;
  projection: SizeInfo;
  disks: DiskInfo[];
}

export interface DiskInfo {
  holds: ("event_log" | "projection")[];
  free_bytes: number | null;
  growth_bytes_per_day: number | null;
  full_in_days: number | null;
}

/** What `/api/v1/dead-letters` answers, as far as the page shows it. */
export interface DeadLettersAnswer {
  dead_letters: DeadLetter[];
}

export interface DeadLetter {
  topic: string;
  partition: number;
  offset: number;
  time: string | null;
  reason: string;
  value: string | null;
  value_bytes: number | null;
}
