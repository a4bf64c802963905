import { formatCount, formatDuration } from "../format.ts";
import type { PartitionInfo, StatusAnswer } from "./contract.ts";
import { asLeft } from "./as_left.ts";
import type { Cell, Rows } from "./status_row.ts";
import { texts } from "./status_texts.ts";

const words = texts.topics;
/** Behind by more than this is looked at. */
export const behindAfterSeconds = 30;

/** How far each partition of each topic is read, and how long it is kept. */
export function describeTopics(answer: StatusAnswer, nowMs: number): Rows {
  const kept = new Map(
    answer.topics.map((
      { topic, in_log, retention_seconds },
    ): [string, Cell] => [
      topic,
      in_log === false
        ? { text: words.notInLog, tone: "attention" }
        : in_log === null
        ? { text: texts.unknown, tone: "dim" }
        : retention_seconds === null
        ? { text: words.ever }
        : {
          text: formatDuration(1_000 * retention_seconds),
          tone: "attention",
        },
    ]),
  );
  const rows = answer.partitions.map((partition) => [
    { text: nameOf(partition) },
    ...lagOf(partition),
    { text: count(partition.next_offset) },
    { text: count(partition.end_offset) },
    kept.get(partition.topic) ?? { text: texts.none },
  ]);
  return { rows, ...asLeft(answer, nowMs) };
}

export const nameOf = ({ topic, partition }: PartitionInfo) =>
  `${topic}/${partition}`;

function lagOf({ lag, lag_seconds, halted }: PartitionInfo): Cell[] {
  const records = { text: count(lag) };
  if (halted !== null) {
    return [records, { text: words.halted, tone: "broken" }];
  }
  if (lag_seconds === null) return [records, { text: texts.unknown }];
  if (lag === 0) return [records, { text: texts.none }];
  const text = formatDuration(1_000 * lag_seconds);
  return lag_seconds > behindAfterSeconds
    ? [records, { text, tone: "attention" }]
    : [records, { text }];
}

const count = (number: number | null) =>
  number === null ? texts.unknown : formatCount(number);
