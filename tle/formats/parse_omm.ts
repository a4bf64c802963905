import {
  nothingParsed,
  type ParsedElements,
  readEach,
} from "./parsed_elements.ts";
import { nonBlankLines } from "./numbered_lines.ts";
import { quoteValue } from "./quote_value.ts";
import { readOmmRecord } from "./read_omm_record.ts";

/**
 * Reads CCSDS Orbit Mean-Elements Messages in JSON, as CelesTrak (numbers) and
 * Space-Track (numbers as text) give them: an array of them, one alone, or one
 * a line, where it may stand under `omm` beside words on where it came from.
 * Never throws: what cannot be read becomes a problem that names row and field.
 */
export function parseOmmJson(text: string): ParsedElements {
  const json = parseJson(text.replace(/^\uFEFF/, ""));
  if (json === undefined) return parseOmmLines(text);
  const rows: unknown[] = Array.isArray(json) ? json : [json];
  if (rows.length === 0) return nothing("an empty array");
  return readEach(
    rows.map((row, index) => ({ row, number: index + 1 })),
    ({ row, number }) => readOmmRecord(row, number),
  );
}

/** A line that is an object by itself tells such a file from broken JSON. */
function parseOmmLines(text: string): ParsedElements {
  const rows = nonBlankLines(text).map(({ number, text }) => ({
    number,
    row: text.startsWith("{") ? parseJson(text) ?? text : text,
  }));
  const isArray = text.trimStart().startsWith("[");
  if (isArray || !rows.some(({ row }) => typeof row === "object")) {
    return nothing(quoteValue(text.trim()));
  }
  return readEach(
    rows,
    ({ row, number }) => readOmmRecord(messageOf(row), number),
  );
}

function messageOf(row: unknown): unknown {
  return typeof row === "object" && row !== null && "omm" in row
    ? row.omm
    : row;
}

/** Undefined where it is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function nothing(current: string): ParsedElements {
  return nothingParsed(
    `Cannot parse OMM JSON as it must be whole and hold element sets: current value is ${current}`,
  );
}
