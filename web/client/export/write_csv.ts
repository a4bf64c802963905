/** A value of a row; null where there is none. */
export type CsvValue = string | number | null;

/** Returns a table as CSV, as RFC 4180 has it. */
export function writeCsv(
  columns: readonly string[],
  rows: readonly (readonly CsvValue[])[],
): string {
  return [columns, ...rows]
    .map((row) => `${row.map(quote).join(",")}\r\n`)
    .join("");
}

function quote(value: CsvValue): string {
  const text = value === null ? "" : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
