import type { MomentJson, PassJson } from "../passes/pass_json.ts";

/** A pass of TERRA over Moscow, predicted; with what a test says of it. */
export function givenPass(said: Partial<PassJson> = {}): PassJson {
  return {
    id: "25994-55.7500N-37.6200E-142815",
    norad_id: 25_994,
    name: "TERRA",
    aos: moment("2026-08-21T08:12:30.250Z", 178.2, "S"),
    tca: {
      ...moment("2026-08-21T08:18:40.125Z", 88.4, "E"),
      elevation_deg: 67.3,
    },
    los: moment("2026-08-21T08:24:50.750Z", 2.9, "N"),
    closest_approach: { time: "2026-08-21T08:18:40.500Z", range_km: 755.25 },
    duration_s: 740.5,
    max_elevation_deg: 67.3,
    direction: "ascending",
    orbit_number: 142_815,
    sub_point: {
      latitude_deg: 55.9,
      longitude_deg: 40.1,
      altitude_km: 702.5,
      distance_km: 155.5,
      daylight: true,
    },
    observer_sun: { elevation_deg: 41.5, azimuth_deg: 140.25 },
    shadow: [{ time: "2026-08-21T08:20:00.000Z", enters: "penumbra" }],
    visible_from: null,
    visible_to: null,
    in_progress: false,
    cut: { start: false, end: false },
    source: "predicted",
    data: null,
    element_set: {
      id: "0123456789ab",
      epoch: "2026-08-20T23:18:40.125000Z",
      age_hours: 9,
    },
    expected_timing_error_s: { typical: 0.2, p95: 0.9, basis: "formula" },
    ...said,
  };
}

function moment(time: string, azimuthDeg: number, compass: string): MomentJson {
  return {
    time,
    azimuth_deg: azimuthDeg,
    compass,
    elevation_deg: 0,
    range_km: 3_050.5,
    sunlit: true,
  };
}
