import type { ExportedFile } from "../export/export_buttons.ts";
import { nameSpan } from "../export/name_span.ts";
import { writeCsv } from "../export/write_csv.ts";
import { formatIso } from "../format.ts";
import type { ChartData } from "./chart_data.ts";

const columns = [
  "time",
  "latitude_deg",
  "longitude_deg",
  "altitude_km",
  "altitude_min_km",
  "altitude_max_km",
];

/**
 * Returns the points of the range that a panel's two charts draw, with the band
 * of those that stand for many.
 */
export function positionsCsv(
  name: string,
  { runs, range }: Pick<ChartData, "runs" | "range">,
): ExportedFile {
  const shown = runs.flat().filter(({ timeMs }) => timeMs >= range.fromMs);
  const rows = shown.map((one) => [
    formatIso(one.timeMs),
    one.latitudeDeg,
    one.longitudeDeg,
    one.altitudeKm,
    one.lowKm,
    one.highKm,
  ]);
  const span = nameSpan(range.fromMs, range.toMs);
  return { name: `${name} positions ${span}`, csv: writeCsv(columns, rows) };
}
