import type { ExportedFile } from "../export/export_buttons.ts";
import { nameInstant } from "../export/name_span.ts";
import { writeCsv } from "../export/write_csv.ts";
import { formatIso } from "../format.ts";
import type { TableRow } from "./table_rows.ts";
import { texts } from "./table_texts.ts";

const columns = [
  "name",
  "norad_id",
  "latitude_deg",
  "longitude_deg",
  "altitude_km",
  "newest",
  "elements_age_hours",
  "no_data_for_s",
];

/** Returns the rows of the table that are shown, in their order, as of `nowMs`. */
export function tableCsv(
  rows: readonly TableRow[],
  nowMs: number,
): ExportedFile {
  const lines = rows.map((row) => [
    row.name,
    row.noradId,
    row.latitudeDeg,
    row.longitudeDeg,
    row.altitudeKm,
    row.lastMs === null ? null : formatIso(row.lastMs),
    row.elementsAgeMs === null ? null : row.elementsAgeMs / 3_600_000,
    Number.isFinite(row.silenceMs) ? row.silenceMs / 1_000 : null,
  ]);
  const name = `${texts.title} ${nameInstant(nowMs)}`;
  return { name, csv: writeCsv(columns, lines) };
}
