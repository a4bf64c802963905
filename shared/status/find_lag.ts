import {
  ANSWER_STANDS_MS,
  isRunning,
  type PartitionStatus,
  type ProjectorStatus,
} from "./projector_status.ts";

/** How far a partition is behind the log; null is what is not known. */
export interface Lag {
  /** Records that the log held when it last answered, and that are not applied. */
  readonly records: number | null;
  /**
   * For how long, at most, the first of them has been in the log: the time
   * since the log was last seen to hold nothing beyond what is applied now, in
   * steps of the 5 s at which it is asked. Zero where there are none.
   */
  readonly seconds: number | null;
}

const UNKNOWN: Lag = { records: null, seconds: null };

/**
 * How far a partition is behind the log. Of a projector that is gone, a log
 * that cannot be reached or does not answer, and a partition that the log does
 * not know, it is not known; and one that has halted is never at the end.
 */
export function findLag(
  { fromOffset, endOffset, caughtUpMs, halted }: PartitionStatus,
  status: ProjectorStatus,
  nowMs: number,
): Lag {
  if (endOffset === null || !knowsLogEnds(status, nowMs)) return UNKNOWN;
  const records = Math.max(0, endOffset - fromOffset);
  // Its records are not those of which the offsets of the projection speak.
  if (halted !== null) return { records: records || null, seconds: null };
  if (records === 0) return { records, seconds: 0 };
  // Of an instant that is yet to come the clock knows nothing.
  if (caughtUpMs === null || caughtUpMs >= nowMs) {
    return { records, seconds: null };
  }
  return { records, seconds: (nowMs - caughtUpMs) / 1000 };
}

/** Whether it is known where the log ends now. */
export function knowsLogEnds(status: ProjectorStatus, nowMs: number): boolean {
  const { logTrouble, logAnsweredMs } = status;
  return isRunning(status, nowMs) && logTrouble === null &&
    logAnsweredMs !== null &&
    Math.abs(nowMs - logAnsweredMs) < ANSWER_STANDS_MS;
}
