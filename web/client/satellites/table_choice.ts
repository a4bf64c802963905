import type { TableColumn, TableSort } from "./table_rows.ts";
import { texts } from "./table_texts.ts";

/** The server looks for no longer one. */
export const longestSearch = 100;

/** What of the table is shown, and in what order; a part of what the address says. */
export interface TableChoice {
  /** As it was written, be it blank. */
  search: string;
  sort: TableSort;
}

export const defaultTableChoice: TableChoice = {
  search: "",
  sort: { column: "name", isDown: false },
};

export const tableParameters = ["search", "sort"];

/** Columns as the address names them. */
const columnNames: Record<TableColumn, string> = {
  name: "name",
  noradId: "number",
  longitudeDeg: "longitude",
  latitudeDeg: "latitude",
  altitudeKm: "altitude",
  lastMs: "newest",
  elementsAgeMs: "elements_age",
  silenceMs: "state",
};

/** Returns what an address asks for; what could not be followed is told in `problems`. */
export function parseTableChoice(
  query: URLSearchParams,
  problems: string[],
): TableChoice {
  const search = (query.get("search") ?? "").slice(0, longestSearch);
  return { search, sort: parseSort(query.get("sort"), problems) };
}

/** Returns the parts of an address that differ from the default. */
export function formatTableChoice({ search, sort }: TableChoice): string[] {
  const parts: string[] = [];
  if (search !== "") parts.push(`search=${encodeURIComponent(search)}`);
  const text = formatSort(sort);
  if (text !== formatSort(defaultTableChoice.sort)) parts.push(`sort=${text}`);
  return parts;
}

/** `-altitude` is from the highest down. */
function formatSort({ column, isDown }: TableSort): string {
  return `${isDown ? "-" : ""}${columnNames[column]}`;
}

function parseSort(text: string | null, problems: string[]): TableSort {
  if (text === null) return defaultTableChoice.sort;
  const columns = Object.keys(columnNames) as TableColumn[];
  const column = columns.find((one) =>
    text === columnNames[one] || text === `-${columnNames[one]}`
  );
  if (column) return { column, isDown: text.startsWith("-") };
  problems.push(texts.addressSort(text, Object.values(columnNames).join(", ")));
  return defaultTableChoice.sort;
}
