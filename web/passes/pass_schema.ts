import {
  choice,
  FLAG,
  INSTANT,
  list,
  nullable,
  NUMBER,
  object,
  says,
  TEXT,
  WHOLE,
} from "../openapi/schema.ts";
import { EXPECTED_ERROR, LIGHT, SET_IN_USE } from "./evidence_schemas.ts";

const MOMENT = object({
  time: INSTANT,
  azimuth_deg: NUMBER,
  compass: TEXT,
  elevation_deg: NUMBER,
  range_km: NUMBER,
  sunlit: FLAG,
});

const TRACK_POINT = object({
  time: INSTANT,
  azimuth_deg: NUMBER,
  elevation_deg: NUMBER,
  range_km: NUMBER,
  range_rate_km_s: NUMBER,
  light: LIGHT,
  source: choice("recorded", "predicted"),
  "doppler_hz?": NUMBER,
});

const LATEST = object({
  element_set: SET_IN_USE,
  aos_s: NUMBER,
  tca_s: NUMBER,
  los_s: NUMBER,
  max_elevation_deg: NUMBER,
});

/** One pass, as `pass_json.ts` has it. */
export const PASS = object({
  id: says(TEXT, "The same for a pass predicted and flown"),
  norad_id: WHOLE,
  name: TEXT,
  aos: says(MOMENT, "It rises"),
  tca: says(MOMENT, "It is highest"),
  los: says(MOMENT, "It sets"),
  closest_approach: object({ time: INSTANT, range_km: NUMBER }),
  duration_s: NUMBER,
  max_elevation_deg: NUMBER,
  direction: nullable(choice("ascending", "descending")),
  orbit_number: nullable(WHOLE),
  sub_point: object({
    latitude_deg: NUMBER,
    longitude_deg: NUMBER,
    altitude_km: NUMBER,
    distance_km: NUMBER,
    daylight: FLAG,
  }),
  observer_sun: object({ elevation_deg: NUMBER, azimuth_deg: NUMBER }),
  shadow: list(object({ time: INSTANT, enters: LIGHT })),
  visible_from: says(
    nullable(INSTANT),
    "From here it can be seen by eye: in the Sun, at min_elevation_deg or higher, and night below",
  ),
  visible_to: says(nullable(INSTANT), "To here"),
  in_progress: FLAG,
  cut: says(
    object({ start: FLAG, end: FLAG }),
    "Where what is known ends it, not the horizon",
  ),
  source: choice("recorded", "predicted", "mixed"),
  data: nullable(object({
    samples_present: WHOLE,
    samples_expected: WHOLE,
    completeness: NUMBER,
  })),
  element_set: nullable(SET_IN_USE),
  "element_sets?": list(SET_IN_USE),
  expected_timing_error_s: nullable(EXPECTED_ERROR),
  "track?": list(TRACK_POINT),
  "latest?": says(
    nullable(LATEST),
    "With compare=latest: today's elements minus these",
  ),
});
