import type { Pass, PassMoment } from "../contract.ts";

/** A pass of TERRA that was recorded; `changes` as a test needs them. */
export function makePass(changes: Partial<Pass> = {}): Pass {
  return {
    id: "25994-55.7500N-37.6200E-142815",
    norad_id: 25994,
    name: "TERRA",
    aos: moment("14:00:00.000", 137.2, "SE", 0, 3_070),
    tca: moment("14:05:00.250", 230.4, "SW", 62.6, 790),
    los: moment("14:10:00.000", 349.8, "N", 0, 3_075),
    duration_s: 600,
    max_elevation_deg: 62.6,
    direction: "descending",
    orbit_number: 142_815,
    observer_sun: { elevation_deg: 31.2, azimuth_deg: 245 },
    shadow: [],
    visible_from: null,
    visible_to: null,
    in_progress: false,
    cut: { start: false, end: false },
    source: "recorded",
    data: { samples_present: 600, samples_expected: 600, completeness: 1 },
    element_set: {
      id: "0123456789ab",
      epoch: "2026-08-21T16:29:00.000000Z",
      age_hours: 45.6,
    },
    expected_timing_error_s: { typical: 0.02, p95: 0.08, basis: "audit" },
    ...changes,
  };
}

function moment(
  time: string,
  azimuth_deg: number,
  compass: string,
  elevation_deg: number,
  range_km: number,
): PassMoment {
  return {
    time: `2026-08-23T${time}Z`,
    azimuth_deg,
    compass,
    elevation_deg,
    range_km,
    sunlit: true,
  };
}
