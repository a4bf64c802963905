import { quoteCsv } from "../quote_csv.ts";
import type { ViewJson, ViewsJson } from "./view_json.ts";

/** So many are written at a time. */
const CHUNK = 200;

type Value = string | number | boolean | null | undefined;

/** Named as in JSON, with the names of what they lie in before them. */
const COLUMNS: readonly (readonly [string, (view: ViewJson) => Value])[] = [
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
  ["element_set_id", (view) => view.element_set?.id],
  ["element_set_epoch", (view) => view.element_set?.epoch],
  ["element_set_age_hours", (view) => view.element_set?.age_hours],
  [
    "expected_timing_error_s_typical",
    (view) => view.expected_timing_error_s?.typical,
  ],
  ["expected_timing_error_s_p95", (view) => view.expected_timing_error_s?.p95],
  [
    "expected_timing_error_s_basis",
    (view) => view.expected_timing_error_s?.basis,
  ],
];

const encoder = new TextEncoder();

/** Writes a sensor's views as JSON, piece by piece. */
export function* encodeViews(
  { views, request, observer, ...rest }: ViewsJson,
): Generator<Uint8Array<ArrayBuffer>> {
  let text = `${JSON.stringify({ request, observer }).slice(0, -1)},"views":[`;
  for (let i = 0; i < views.length; i += CHUNK) {
    if (i > 0) text += ",";
    text += views.slice(i, i + CHUNK).map((view) => JSON.stringify(view))
      .join(",");
    yield encoder.encode(text);
    text = "";
  }
  yield encoder.encode(`${text}],${JSON.stringify(rest).slice(1)}`);
}

/** Writes a sensor's views as CSV, a row each; empty where JSON has null. */
export function* encodeViewsCsv(
  views: readonly ViewJson[],
): Generator<Uint8Array<ArrayBuffer>> {
  let text = `${COLUMNS.map(([name]) => name).join(",")}\r\n`;
  for (let i = 0; i < views.length; i += CHUNK) {
    text += views.slice(i, i + CHUNK).map((view) =>
      `${
        COLUMNS.map(([, value]) => quoteCsv(String(value(view) ?? "")))
          .join(",")
      }\r\n`
    ).join("");
    yield encoder.encode(text);
    text = "";
  }
  yield encoder.encode(text);
}
