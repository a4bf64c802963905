import { csvFields } from "./csv_fields.ts";
import { nonBlankLines } from "./numbered_lines.ts";
import {
  nothingParsed,
  type ParsedElements,
  readEach,
} from "./parsed_elements.ts";
import { quoteValue } from "./quote_value.ts";
import { readOmmRecord, requiredOmmFields } from "./read_omm_record.ts";

/**
 * Reads CCSDS Orbit Mean-Elements Messages in CSV, as CelesTrak and Space-Track
 * give them: a header of keywords in any order, then one set a line; columns of
 * other names are left out. Never throws: what cannot be read becomes a problem
 * that names row and field, a row being a line of the file.
 *
 * A line is a row, whatever its quotes: RFC 4180 lets a field in quotes go on
 * in the next line, but no field of an OMM does, and a quote that is not closed
 * would take all that follows with it.
 */
export function parseOmmCsv(text: string): ParsedElements {
  const [header = { number: 1, text: "" }, ...rows] = nonBlankLines(text);
  const nothing = (must: string, current: string) =>
    nothingParsed(
      `Cannot parse OMM CSV as ${must}: current value is ${current}`,
      header.number,
    );
  const columns = columnsOf(header.text);
  const missing = requiredOmmFields.filter((name) => !columns.includes(name));
  if (missing.length > 0) {
    const must = `its header must have ${missing.join(", ")}`;
    return nothing(must, quoteValue(header.text));
  }
  if (rows.length === 0) {
    return nothing("it must hold element sets", "a header alone");
  }
  return readEach(rows, ({ text, number }) => {
    const fields = csvFields(text);
    if (fields?.length !== columns.length) {
      throw new SyntaxError(
        `Cannot parse OMM row ${number} as it must have ${columns.length} ` +
          `fields: current value is ${quoteValue(text)}`,
      );
    }
    const record: Record<string, string> = {};
    for (let i = 0; i < columns.length; i++) record[columns[i]!] = fields[i]!;
    return readOmmRecord(record, number);
  });
}

/** Whether a file begins with names of columns as an OMM has them. */
export function isOmmCsvHeader(line: string): boolean {
  const columns = columnsOf(line);
  return columns.length > 1 &&
    columns.some((name) => requiredOmmFields.includes(name));
}

function columnsOf(header: string): string[] {
  return csvFields(header)?.map((name) => name.trim()) ?? [];
}
