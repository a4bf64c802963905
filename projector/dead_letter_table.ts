import { formatInstant } from "../shared/instant.ts";
import {
  countDeadLetters,
  readDeadLetters,
} from "../shared/projection/read_dead_letters.ts";
import type { Sqlite } from "../shared/sqlite.ts";

const MOST_ROWS = 100;
const VALUE_BYTES = 40;

const utf8 = new TextDecoder();

/** Writes the first dead letters as a table for people. */
export function createDeadLetterTable(db: Sqlite): string {
  const count = countDeadLetters(db);
  if (count === 0) return "There are no dead letters";
  const rows = readDeadLetters(db, { after: null, limit: MOST_ROWS })
    .map(({ at, timestampMs, value, reason }) => [
      `${at.topic}/${at.partition}/${at.offset}`,
      tellTime(timestampMs),
      printable(reason),
      value === null
        ? "null"
        : printable(utf8.decode(value.subarray(0, VALUE_BYTES))),
    ]);
  const table = [["LOG POSITION", "TIME", "REASON", "VALUE"], ...rows];
  const widths = table[0]!.map((_, i) =>
    Math.max(...table.map((row) => row[i]!.length))
  );
  const lines = table.map((row) =>
    row.map((cell, i) => cell.padEnd(widths[i]!)).join("  ").trimEnd()
  );
  if (count > rows.length) lines.push(`and ${count - rows.length} more`);
  return lines.join("\n");
}

// Whatever came on a topic may be here: it must not command the terminal.
function printable(text: string): string {
  return text.replace(/[\p{C}\p{Z}]+/gu, " ");
}

/** A record may carry any number for a time. */
function tellTime(ms: number): string {
  return Math.abs(ms) <= 8.64e15 ? formatInstant(ms) : String(ms);
}
