import { MAX_NAME_LENGTH } from "../element_limits.ts";
import type { ElementSet } from "../element_set.ts";
import { nonBlankLines, type NumberedLine } from "./numbered_lines.ts";
import {
  type ElementProblem,
  nothingParsed,
  type ParsedElements,
} from "./parsed_elements.ts";
import { quoteValue } from "./quote_value.ts";
import { tleLine1Columns, tleLine2Columns } from "./tle_columns.ts";
import { readTleLine, tleError } from "./tle_line.ts";

/**
 * Reads one two-line element set. Numbers must be where and as the format has
 * them, checksums included; "+" signs, zero-padded angles, Alpha-5 numbers and
 * a blank international designator are all part of it.
 *
 * @param name The line above the two, with or without its leading "0 ". Only
 * here are characters other than ASCII taken, as nothing is computed from it.
 * @throws {SyntaxError} If a line is not as the format requires.
 */
export function parseTle(
  line1: string,
  line2: string,
  name?: string | null,
): ElementSet {
  return joinLines(readTleLine(1, line1, tleLine1Columns), line2, name ?? null);
}

/**
 * Reads a file of two- or three-line element sets, mixed if need be. Byte order
 * mark, line ends of any kind, blank lines and spaces at line ends do not
 * matter. Never throws: what cannot be read becomes a problem.
 */
export function parseTleFile(text: string): ParsedElements {
  const elementSets: ElementSet[] = [];
  const problems: ElementProblem[] = [];
  let name: NumberedLine | null = null;
  let line1: NumberedLine | null = null;
  let hasElementLines = false;

  const reportOrphans = () => {
    if (line1 !== null) problems.push(orphan(line1, "line 2 must follow it"));
    else if (name !== null) {
      problems.push(orphan(name, "element lines must follow it"));
    }
    name = line1 = null;
  };
  const lines = nonBlankLines(text);
  for (const line of lines) {
    const kind = kindOf(line.text);
    hasElementLines ||= kind !== "name";
    if (kind === "name") {
      reportOrphans();
      if (line.text.length <= MAX_NAME_LENGTH) name = line;
      else {
        const must = `a name must have at most ${MAX_NAME_LENGTH} characters`;
        problems.push(orphan(line, must));
      }
    } else if (kind === 1) {
      if (line1 !== null) reportOrphans();
      line1 = line;
    } else if (line1 === null) {
      reportOrphans();
      problems.push(orphan(line, "line 1 must stand before it"));
    } else {
      const result = parseNumbered(line1, line, name);
      if ("message" in result) problems.push(result);
      else elementSets.push(result);
      name = line1 = null;
    }
  }
  if (hasElementLines) reportOrphans();
  else return noElements(lines[0]);
  return { elementSets, problems };
}

/**
 * Element lines are told from names by their length too, as a name has at most
 * 24 characters and may well begin with a digit. An indented line counts as
 * what it looks like, so that it is refused rather than taken for a name.
 */
function kindOf(text: string): 1 | 2 | "name" {
  const start = /^[ \t]*([12]) /.exec(text);
  if (start === null || text.length <= 24) return "name";
  return start[1] === "1" ? 1 : 2;
}

function parseNumbered(
  line1: NumberedLine,
  line2: NumberedLine,
  name: NumberedLine | null,
): ElementSet | ElementProblem {
  let current = line1;
  try {
    const fields1 = readTleLine(1, line1.text, tleLine1Columns);
    current = line2;
    return joinLines(fields1, line2.text, name?.text ?? null);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { line: current.number, message: error.message };
  }
}

function joinLines(
  fields1: ReturnType<typeof readTleLine<typeof tleLine1Columns>>,
  line2: string,
  name: string | null,
): ElementSet {
  const { catalogueNumber: noradId, epochYear, epochDayUs, ...rest1 } = fields1;
  const { catalogueNumber, ...rest2 } = readTleLine(2, line2, tleLine2Columns);
  if (catalogueNumber !== noradId) {
    throw tleError(
      2,
      `catalogue number must be ${noradId} as on line 1`,
      catalogueNumber,
    );
  }
  return {
    noradId,
    name: name?.replace(/^0 /, "").trim() || null,
    epochUs: Date.UTC(epochYear, 0, 1) * 1000 + epochDayUs,
    ...rest1,
    ...rest2,
  };
}

function orphan(line: NumberedLine, requirement: string): ElementProblem {
  return {
    line: line.number,
    message: `Cannot use this line as ${requirement}: current value is ${
      quoteValue(line.text)
    }`,
  };
}

/** For whatever is no other format either, a page of HTML or an empty file. */
function noElements(first: NumberedLine | undefined): ParsedElements {
  const current = first === undefined ? "empty" : quoteValue(first.text);
  return nothingParsed(
    "Cannot parse elements as they must be TLE (two or three lines a set), " +
      `OMM JSON or OMM CSV: current value is ${current}`,
    first?.number,
  );
}
