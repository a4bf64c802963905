import type { StatusAnswer, TopicInfo } from "./contract.ts";

/** What the arrivals on a topic tell of its producer. */
export type Silence =
  /** Nobody listens, or what was sent may not have been read yet. */
  | { kind: "unknown" }
  | { kind: "heard" | "silent" | "ahead"; ageMs: number; newestMs: number };

/** However often samples come, they may be this late. */
const leastPatienceMs = 10_000;
const patienceSteps = 5;
/** A producer's clock may be this much before ours. */
const aheadMs = 5_000;
/** A topic may be read so much behind without being silent for it. */
const readWithinSeconds = 10;

/**
 * Returns how long a topic has been silent; null where it holds no positions.
 */
export function findSilence(
  topic: TopicInfo,
  { projector, partitions }: StatusAnswer,
  nowMs: number,
): Silence | null {
  if (topic.newest_position === null) return null;
  const isRead = projector?.running === true &&
    partitions.every(({ topic: name, halted, lag_seconds }) =>
      name !== topic.topic || (halted === null && lag_seconds !== null &&
        lag_seconds < readWithinSeconds)
    );
  if (!isRead) return { kind: "unknown" };
  const newestMs = Date.parse(topic.newest_position);
  const ageMs = nowMs - newestMs;
  const patienceMs = Math.max(
    leastPatienceMs,
    patienceSteps * 1_000 * (topic.step_seconds ?? 1),
  );
  const kind = ageMs > patienceMs
    ? "silent"
    : ageMs < -aheadMs
    ? "ahead"
    : "heard";
  return { kind, ageMs, newestMs };
}
