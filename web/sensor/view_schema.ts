import {
  choice,
  FLAG,
  INSTANT,
  nullable,
  NUMBER,
  object,
  says,
  TEXT,
  WHOLE,
} from "../openapi/schema.ts";
import { EXPECTED_ERROR, SET_IN_USE } from "../passes/evidence_schemas.ts";

/** A moment at which a sensor sees a site, as `view_json.ts` has it. */
export const VIEW = object({
  id: TEXT,
  norad_id: WHOLE,
  name: TEXT,
  time: says(INSTANT, "When the site is abeam"),
  scan_angle_deg: NUMBER,
  side: choice("left", "right"),
  view_zenith_deg: NUMBER,
  view_azimuth_deg: NUMBER,
  range_km: NUMBER,
  solar_zenith_deg: NUMBER,
  solar_azimuth_deg: NUMBER,
  daylight: FLAG,
  granule: says(nullable(TEXT), "Of MODIS, such as A2026233.1435"),
  source: choice("recorded", "predicted"),
  element_set: nullable(SET_IN_USE),
  expected_timing_error_s: nullable(EXPECTED_ERROR),
});
