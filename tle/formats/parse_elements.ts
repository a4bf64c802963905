import { parseOmmJson } from "./parse_omm.ts";
import { isOmmCsvHeader, parseOmmCsv } from "./parse_omm_csv.ts";
import { parseTleFile } from "./parse_tle.ts";
import type { ParsedElements } from "./parsed_elements.ts";

/**
 * Reads a file of element sets in whichever format its content is in: TLE with
 * or without names, OMM JSON (an array, one object, or one a line) or OMM CSV.
 * A byte order mark, line ends of any kind and blank lines do not matter.
 *
 * Never throws. What holds no set at all, such as HTML, XML, a message of a
 * server, or nothing, gives one problem that quotes its first line.
 */
export function parseElements(text: string): ParsedElements {
  // A byte order mark counts as a blank here.
  const firstLine = /\S[^\r\n]*/.exec(text)?.[0] ?? "";
  if (/^[[{]/.test(firstLine)) return parseOmmJson(text);
  if (isOmmCsvHeader(firstLine)) return parseOmmCsv(text);
  return parseTleFile(text);
}
