/** Something that an operator should act on. */
export interface Warning {
  readonly kind: WarningKind;
  readonly message: string;
  /** What to do; a command stands between backquotes. */
  readonly remedy: string;
}

export const WARNING_KINDS = [
  "projector_not_running",
  "log_unreachable",
  "writing_waits",
  "disk_low",
  "disk_filling",
  "wal_large",
  "hour_damaged",
  "partition_halted",
  "retention_finite",
  "dead_letters",
] as const;

export type WarningKind = typeof WARNING_KINDS[number];
