import { formatLogPosition } from "../../shared/event_log/log_position.ts";
import { formatAnyInstant } from "../../shared/instant.ts";
import { printableCell } from "../../shared/printable.ts";
import {
  countDeadLetters,
  type DeadLetterPreview,
  readDeadLetterPreviews,
} from "../../shared/projection/read_dead_letters.ts";
import type { Sqlite } from "../../shared/sqlite.ts";
import { shortenText, textWidth } from "./shorten_text.ts";

const MOST_ROWS = 100;
const GAP = "  ";

/** So many columns of what is left for both does a value get, if it needs them. */
const SHARE_OF_VALUE = 1 / 3;

/** How nearly all reasons begin, which tells nothing here. */
const USUAL_OPENING = /^Cannot decode event as /;

const utf8 = new TextDecoder();

type Row = readonly [at: string, time: string, reason: string, value: string];

const TITLES: Row = ["LOG POSITION", "TIME", "REASON", "VALUE"];

/**
 * Writes the first dead letters as a table for people.
 *
 * @param width Of the terminal, in columns; null where there is none.
 */
export function createDeadLetterTable(
  db: Sqlite,
  width: number | null,
): string {
  const count = countDeadLetters(db);
  if (count === 0) return "There are no dead letters";
  const letters = readDeadLetterPreviews(db, { after: null }).take(MOST_ROWS);
  const rows = [TITLES, ...letters.map(toRow)];
  const lines = alignRows(width === null ? rows : narrowRows(rows, width));
  const more = count - (rows.length - 1);
  if (more > 0) lines.push(`and ${more} more`);
  return lines.map((line) => width === null ? line : shortenText(line, width))
    .join("\n");
}

function toRow(letter: DeadLetterPreview): Row {
  const { at, timestampMs, reason } = letter;
  return [
    formatLogPosition(at),
    formatAnyInstant(timestampMs) ?? String(timestampMs),
    printableCell(reason.replace(USUAL_OPENING, "")),
    toCell(letter),
  ];
}

function toCell({ value, valueBytes }: DeadLetterPreview): string {
  if (value === null) return "null";
  const isCut = value.length < valueBytes!;
  return printableCell(utf8.decode(value)) + (isCut ? "…" : "");
}

/** Shortens reasons and values to what the other columns leave. */
function narrowRows(rows: readonly Row[], width: number): Row[] {
  const room = Math.max(
    0,
    width - widest(rows, 0) - widest(rows, 1) - 3 * GAP.length,
  );
  const valueRoom = Math.max(
    Math.floor(room * SHARE_OF_VALUE),
    room - widest(rows, 2),
  );
  const reasonRoom = room - Math.min(valueRoom, widest(rows, 3));
  return rows.map(([at, time, reason, value]) => [
    at,
    time,
    shortenText(reason, reasonRoom),
    shortenText(value, valueRoom),
  ]);
}

function alignRows(rows: readonly Row[]): string[] {
  const widths = TITLES.map((_, i) => widest(rows, i));
  return rows.map((row) =>
    row.map((cell, i) => cell + " ".repeat(widths[i]! - textWidth(cell)))
      .join(GAP).trimEnd()
  );
}

function widest(rows: readonly Row[], column: number): number {
  return Math.max(...rows.map((row) => textWidth(row[column]!)));
}
