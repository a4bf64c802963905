import { type CsvColumn, encodeCsv } from "../encode_csv.ts";
import { EVIDENCE_COLUMNS } from "./evidence_columns.ts";
import type { PassJson } from "./pass_json.ts";

/** Named as in JSON, with the names of what they lie in before them. */
const COLUMNS: readonly CsvColumn<PassJson>[] = [
  ["id", (pass) => pass.id],
  ["norad_id", (pass) => pass.norad_id],
  ["name", (pass) => pass.name],
  ...momentColumns("aos"),
  ...momentColumns("tca"),
  ...momentColumns("los"),
  ["closest_approach_time", (pass) => pass.closest_approach.time],
  ["closest_approach_range_km", (pass) => pass.closest_approach.range_km],
  ["duration_s", (pass) => pass.duration_s],
  ["max_elevation_deg", (pass) => pass.max_elevation_deg],
  ["direction", (pass) => pass.direction],
  ["orbit_number", (pass) => pass.orbit_number],
  ["sub_point_latitude_deg", (pass) => pass.sub_point.latitude_deg],
  ["sub_point_longitude_deg", (pass) => pass.sub_point.longitude_deg],
  ["sub_point_altitude_km", (pass) => pass.sub_point.altitude_km],
  ["sub_point_distance_km", (pass) => pass.sub_point.distance_km],
  ["sub_point_daylight", (pass) => pass.sub_point.daylight],
  ["observer_sun_elevation_deg", (pass) => pass.observer_sun.elevation_deg],
  ["observer_sun_azimuth_deg", (pass) => pass.observer_sun.azimuth_deg],
  ["visible_from", (pass) => pass.visible_from],
  ["visible_to", (pass) => pass.visible_to],
  ["in_progress", (pass) => pass.in_progress],
  ["cut_start", (pass) => pass.cut.start],
  ["cut_end", (pass) => pass.cut.end],
  ["source", (pass) => pass.source],
  ["data_samples_present", (pass) => pass.data?.samples_present],
  ["data_samples_expected", (pass) => pass.data?.samples_expected],
  ["data_completeness", (pass) => pass.data?.completeness],
  ...EVIDENCE_COLUMNS,
  ["latest_element_set_id", (pass) => pass.latest?.element_set.id],
  ["latest_aos_s", (pass) => pass.latest?.aos_s],
  ["latest_tca_s", (pass) => pass.latest?.tca_s],
  ["latest_los_s", (pass) => pass.latest?.los_s],
  ["latest_max_elevation_deg", (pass) => pass.latest?.max_elevation_deg],
];

/**
 * Writes passes as CSV, a row each, with one and the same columns whatever was
 * asked for; empty where JSON has null or nothing. Lists (`shadow`,
 * `element_sets`) are left to JSON.
 */
export function encodePassesCsv(
  passes: readonly PassJson[],
): Generator<Uint8Array<ArrayBuffer>> {
  return encodeCsv(COLUMNS, passes);
}

function momentColumns(moment: "aos" | "tca" | "los"): CsvColumn<PassJson>[] {
  const keys = [
    ...["time", "azimuth_deg", "compass"] as const,
    ...["elevation_deg", "range_km", "sunlit"] as const,
  ];
  return keys.map((key) => [`${moment}_${key}`, (pass) => pass[moment][key]]);
}
