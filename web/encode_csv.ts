import { quoteCsv } from "./quote_csv.ts";

/** So many rows are written at a time. */
const CHUNK = 200;

type Value = string | number | boolean | null | undefined;

/** A column of CSV, and what it has of a row. */
export type CsvColumn<T> = readonly [name: string, value: (row: T) => Value];

/** Writes CSV (RFC 4180) piece by piece; empty where there is null or nothing. */
export function* encodeCsv<T>(
  columns: readonly CsvColumn<T>[],
  rows: readonly T[],
): Generator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  const line = (values: readonly string[]) => `${values.join(",")}\r\n`;
  const encodeRow = (row: T) =>
    line(columns.map(([, value]) => quoteCsv(String(value(row) ?? ""))));
  let text = line(columns.map(([name]) => name));
  for (let i = 0; i < rows.length; i += CHUNK) {
    text += rows.slice(i, i + CHUNK).map(encodeRow).join("");
    yield encoder.encode(text);
    text = "";
  }
  yield encoder.encode(text);
}
