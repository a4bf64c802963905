import { parseOmmJson } from "../../tle/parse_omm.ts";
import { parseTleFile } from "../../tle/parse_tle.ts";
import type { ParsedElements } from "../../tle/parsed_elements.ts";

/** Reads element sets of any format. Never throws, as its parts. */
export function parseElements(text: string): ParsedElements {
  return /^\uFEFF?\s*[[{]/.test(text) ? parseOmmJson(text) : parseTleFile(text);
}
