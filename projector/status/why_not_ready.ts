import type { ProjectorStatus } from "../../shared/status/projector_status.ts";

/**
 * Why the projector cannot do its work now, a sentence each: the log is away,
 * what was read cannot be written, or nothing of the log can be read on. One
 * that is behind, or that some partitions of have halted, does its work.
 */
export function whyNotReady(status: ProjectorStatus): string[] {
  const { logTrouble, writingTrouble, partitions } = status;
  const reasons: string[] = [];
  if (logTrouble !== null) {
    reasons.push(`The log cannot be reached: ${logTrouble.reason}`);
  }
  if (writingTrouble !== null) {
    reasons.push(`Writing waits: ${writingTrouble.reason}`);
  }
  if (partitions.length > 0 && partitions.every(({ halted }) => halted)) {
    reasons.push("Every partition has halted");
  }
  return reasons;
}
