import { formatDuration } from "../shared/duration.ts";
import type { ProducerStatus } from "./producer_status.ts";

/** So many steps without a tick are more than a hiccup. */
const SILENT_STEPS = 3;

/** What an append to a busy log may take beside. */
const APPEND_MS = 5_000;

/**
 * Why a producer cannot do its work now, a sentence each: a topic has taken
 * nothing yet, refused what it was given last, or took no tick for a few
 * steps.
 */
export function whyNotReady({ topics }: ProducerStatus): string[] {
  return topics.flatMap(({ name, taken, refusal, stepMs, silentMs }) => {
    if (refusal !== null) return [`${name} takes no events: ${refusal}`];
    if (
      silentMs !== null && stepMs !== null &&
      silentMs > SILENT_STEPS * stepMs + APPEND_MS
    ) {
      const every = formatDuration(stepMs);
      return [
        `${name} has taken no tick for ${formatDuration(silentMs)}, and one ` +
        `is due every ${every}`,
      ];
    }
    // Ticks may be an hour apart; the element sets are there before them.
    if (silentMs === null && taken === 0) {
      return [`${name} has taken nothing yet`];
    }
    return [];
  });
}
