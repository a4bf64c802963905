import type { LogPosition } from "./event_log.ts";

/** How a log position is written, for who has to give one. */
export const LOG_POSITION_FORM =
  "TOPIC/PARTITION/OFFSET, such as terra_topic/0/42";

const WRITTEN = /^([\w.-]{1,249})\/(\d{1,10})\/(\d{1,16})$/;
const MOST_PARTITION = 2 ** 31 - 1;

/** Writes a log position for people: `terra_topic/0/42`. */
export function formatLogPosition(
  { topic, partition, offset }: LogPosition,
): string {
  return `${topic}/${partition}/${offset}`;
}

/** Reads what `formatLogPosition` writes; null if it is anything else. */
export function parseLogPosition(text: string): LogPosition | null {
  const [, topic, ...numbers] = WRITTEN.exec(text) ?? [];
  if (topic === undefined) return null;
  const [partition, offset] = numbers.map(Number) as [number, number];
  const isPossible = partition <= MOST_PARTITION &&
    Number.isSafeInteger(offset);
  return isPossible ? { topic, partition, offset } : null;
}
