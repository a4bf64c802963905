/**
 * How a replay is, or how the last one ended, as it tells others. Plain data,
 * so that it can be passed on as JSON; all times in ms since 1970, UTC.
 */
export interface ReplayStatus {
  readonly version: typeof REPLAY_STATUS_VERSION;
  readonly startedMs: number;
  readonly updatedMs: number;
  /** What it is at; or that it has ended, well or not. */
  readonly phase: "applying" | "comparing" | "done" | "failed";
  /** Why it has failed; null where it has not. */
  readonly failure: string | null;
  readonly recordsDone: number;
  /** About, as a log may have holes. */
  readonly recordsInAll: number;
  /** Null where nothing has been applied yet. */
  readonly recordsPerSecond: number | null;
  /** The last comparison, of this replay or of one before. */
  readonly comparison: ReplayComparison | null;
}

/** What a comparison with the projection in use found. */
export interface ReplayComparison {
  readonly atMs: number;
  readonly hours: number;
  readonly differingHours: number;
}

export const REPLAY_STATUS_VERSION = 1;

/** One that is older was left by a replay that was killed. */
const FRESH_MS = 10_000;

/** Whether a replay is at work now. */
export function isReplaying(
  { phase, updatedMs }: ReplayStatus,
  nowMs: number,
): boolean {
  const isAtWork = phase === "applying" || phase === "comparing";
  return isAtWork && Math.abs(nowMs - updatedMs) < FRESH_MS;
}
