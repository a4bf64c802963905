import { formatDateTime } from "../format.ts";
import type { DeadLetter } from "./contract.ts";
import { formatBytes } from "./format_bytes.ts";
import type { Row } from "./status_row.ts";
import { texts } from "./status_texts.ts";

const words = texts.deadLetters;
/** More of a record does not help to know it again. */
const mostCharacters = 80;

/** Records that could not be applied: where they are, and why. */
export function describeDeadLetters(letters: readonly DeadLetter[]): Row[] {
  return letters.map((letter) => {
    const { topic, partition, offset, time, reason } = letter;
    const when = time === null
      ? { text: texts.unknown }
      : { text: formatDateTime(Date.parse(time)), atMs: Date.parse(time) };
    return [
      { text: `${topic}/${partition}/${offset}` },
      when,
      { text: cut(reason, 3 * mostCharacters) },
      { text: valueOf(letter) },
    ];
  });
}

function valueOf({ value, value_bytes }: DeadLetter): string {
  if (value_bytes === null || value_bytes === 0) return words.empty;
  return value === null
    ? words.binary(formatBytes(value_bytes))
    : cut(value, mostCharacters);
}

function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}
