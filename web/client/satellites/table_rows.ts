import type { SatelliteInfo } from "../feed/contract.ts";
import { gapAfter } from "../feed/gap_after.ts";
import { texts } from "./table_texts.ts";

/** What the table has of one satellite; null where it is not known. */
export interface TableRow {
  noradId: number;
  name: string;
  longitudeDeg: number | null;
  latitudeDeg: number | null;
  altitudeKm: number | null;
  lastMs: number | null;
  elementsAgeMs: number | null;
  /** For how long nothing has come that should have; 0 where it is current. */
  silenceMs: number;
}

export type TableColumn = keyof TableRow;

export const columns = Object.keys(texts.columns) as TableColumn[];

export interface TableSort {
  column: TableColumn;
  isDown: boolean;
}

/** @param nowMs When the list was told. */
export function rowOf(info: SatelliteInfo, nowMs: number): TableRow {
  const { norad_id, name, last, latest, step_seconds, element_set } = info;
  const lastMs = last === null ? null : Date.parse(last);
  const epoch = element_set?.epoch ?? null;
  const gapMs = gapAfter(step_seconds && step_seconds * 1_000);
  const silenceMs = lastMs === null ? Infinity : nowMs - lastMs;
  return {
    noradId: norad_id,
    name,
    longitudeDeg: latest?.longitude_deg ?? null,
    latitudeDeg: latest?.latitude_deg ?? null,
    altitudeKm: latest?.altitude_km ?? null,
    lastMs,
    elementsAgeMs: epoch === null ? null : nowMs - Date.parse(epoch),
    silenceMs: silenceMs > gapMs ? silenceMs : 0,
  };
}

/** Those of a part of a name in any case, or of the beginning of a number. */
export function findRows(
  rows: readonly TableRow[],
  text: string,
): readonly TableRow[] {
  const wanted = text.trim().toLowerCase();
  return wanted === ""
    ? rows
    : rows.filter(({ name, noradId }) =>
      name.toLowerCase().includes(wanted) || String(noradId).startsWith(wanted)
    );
}

/** Made once, it compares twenty times as fast as strings do by themselves. */
const names = new Intl.Collator("en", { numeric: true });

/** By one column and then by number; what is not known comes last. */
export function sortRows(
  rows: readonly TableRow[],
  { column, isDown }: TableSort,
): TableRow[] {
  return rows.toSorted((a, b) =>
    compare(a[column], b[column], isDown) || a.noradId - b.noradId
  );
}

function compare(
  a: TableRow[TableColumn],
  b: TableRow[TableColumn],
  isDown: boolean,
): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const order = typeof a === "string" || typeof b === "string"
    ? names.compare(String(a), String(b))
    : a < b
    ? -1
    : Number(a > b);
  return isDown ? -order : order;
}
