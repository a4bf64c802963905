import { type CsvColumn, encodeCsv } from "../encode_csv.ts";
import { encodeList } from "../encode_list.ts";
import { EVIDENCE_COLUMNS } from "../passes/evidence_columns.ts";
import type { ViewJson, ViewsJson } from "./view_json.ts";

/** Named as in JSON, with the names of what they lie in before them. */
const COLUMNS: readonly CsvColumn<ViewJson>[] = [
  ["id", (view) => view.id],
  ["norad_id", (view) => view.norad_id],
  ["name", (view) => view.name],
  ["time", (view) => view.time],
  ["scan_angle_deg", (view) => view.scan_angle_deg],
  ["side", (view) => view.side],
  ["view_zenith_deg", (view) => view.view_zenith_deg],
  ["view_azimuth_deg", (view) => view.view_azimuth_deg],
  ["range_km", (view) => view.range_km],
  ["solar_zenith_deg", (view) => view.solar_zenith_deg],
  ["solar_azimuth_deg", (view) => view.solar_azimuth_deg],
  ["daylight", (view) => view.daylight],
  ["granule", (view) => view.granule],
  ["source", (view) => view.source],
  ...EVIDENCE_COLUMNS,
];

/** Writes a sensor's views as JSON, piece by piece. */
export function encodeViews(
  { views, request, observer, ...after }: ViewsJson,
): Generator<Uint8Array<ArrayBuffer>> {
  return encodeList("views", views, { before: { request, observer }, after });
}

/** Writes a sensor's views as CSV, a row each; empty where JSON has null. */
export function encodeViewsCsv(
  views: readonly ViewJson[],
): Generator<Uint8Array<ArrayBuffer>> {
  return encodeCsv(COLUMNS, views);
}
