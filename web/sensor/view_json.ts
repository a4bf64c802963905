import type { ExpectedErrorJson } from "../expected_error.ts";
import type { PassesJson } from "../passes/pass_json.ts";
import type { ElementSetInUseJson } from "../passes/set_in_use.ts";

/** A moment at which a sensor sees a site, as the API answers. */
export interface ViewJson {
  /** That of the pass over the site's horizon in which it is. */
  id: string;
  norad_id: number;
  name: string;
  /** When the site is abeam: ISO 8601 in UTC, to the millisecond. */
  time: string;
  /** From the geodetic nadir, 0 or more. */
  scan_angle_deg: number;
  /** Of the flight. */
  side: "left" | "right";
  /** Between the site's vertical and the satellite. */
  view_zenith_deg: number;
  /** From the site to the satellite, from north by way of east. */
  view_azimuth_deg: number;
  range_km: number;
  solar_zenith_deg: number;
  solar_azimuth_deg: number;
  /** Whether the Sun's centre is above the site's horizon. */
  daylight: boolean;
  /** Five minutes of MODIS, such as `A2026233.1435`; null of other sensors. */
  granule: string | null;
  source: "recorded" | "predicted";
  /** Null where recorded positions name none. */
  element_set: ElementSetInUseJson | null;
  expected_timing_error_s: ExpectedErrorJson | null;
}

/** The whole answer to a request that names a sensor. */
export interface ViewsJson extends Omit<PassesJson, "passes"> {
  views: ViewJson[];
}
