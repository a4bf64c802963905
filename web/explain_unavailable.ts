import { knowsLogEnds } from "../shared/status/find_lag.ts";
import type { ProjectorStatus } from "../shared/status/projector_status.ts";

/**
 * What becomes of a projection that cannot be read, in a sentence: how far the
 * projector is with making one, or that none is at it.
 */
export function explainUnavailable(
  status: ProjectorStatus | null,
  nowMs: number,
): string {
  if (status === null || !knowsLogEnds(status, nowMs)) {
    return "A projector has to run, and to reach the event log, to make it";
  }
  let [read, left] = [0, 0];
  for (const { recordsRead, fromOffset, endOffset } of status.partitions) {
    read += recordsRead;
    left += Math.max(0, (endOffset ?? fromOffset) - fromOffset);
  }
  const share = read + left === 0 ? 1 : read / (read + left);
  const count = (number: number) => number.toLocaleString("en");
  return `It is being made from the event log: ${Math.floor(100 * share)} %, ` +
    `${count(read)} of ${count(read + left)} records are applied`;
}
