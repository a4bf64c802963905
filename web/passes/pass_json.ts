import type { ExpectedErrorJson } from "../expected_error.ts";
import type { Direction } from "../../tle/passes/pass_direction.ts";
import type { SunLight } from "../../tle/sun/sun_light.ts";
import type { ElementSetInUseJson } from "./set_in_use.ts";

/** A moment of a pass; times are ISO 8601 in UTC, to the millisecond. */
export interface MomentJson {
  time: string;
  azimuth_deg: number;
  /** One of 16 points, such as "NNE". */
  compass: string;
  elevation_deg: number;
  range_km: number;
  /** Whether any of the Sun's light falls on the satellite. */
  sunlit: boolean;
}

/** An instant of a pass's track. */
export interface TrackPointJson {
  time: string;
  azimuth_deg: number;
  elevation_deg: number;
  range_km: number;
  range_rate_km_s: number;
  light: SunLight;
  source: "recorded" | "predicted";
  /** Of `frequency_mhz`; only where that was given. */
  doppler_hz?: number;
}

/** One pass, as the API answers. */
export interface PassJson {
  /** The same for a pass predicted and flown, and across element sets. */
  id: string;
  norad_id: number;
  name: string;
  aos: MomentJson;
  tca: MomentJson;
  los: MomentJson;
  closest_approach: { time: string; range_km: number };
  duration_s: number;
  max_elevation_deg: number;
  /** Null where the pole makes it undefined. */
  direction: Direction | null;
  /** Counted as `/nodes` does; null where that is not known. */
  orbit_number: number | null;
  /** Below the satellite at TCA. */
  sub_point: {
    latitude_deg: number;
    longitude_deg: number;
    altitude_km: number;
    /** From the observer, along the ground. */
    distance_km: number;
    /** Whether the Sun is above its horizon. */
    daylight: boolean;
  };
  /** At TCA. */
  observer_sun: { elevation_deg: number; azimuth_deg: number };
  shadow: { time: string; enters: SunLight }[];
  /** Seen by eye at the minimum elevation or higher; null where it is not. */
  visible_from: string | null;
  visible_to: string | null;
  in_progress: boolean;
  /** Where what is known ends it, not the horizon. */
  cut: { start: boolean; end: boolean };
  source: "recorded" | "predicted" | "mixed";
  /** Null where nothing was to be recorded. */
  data: {
    samples_present: number;
    samples_expected: number;
    /** 0 to 1. */
    completeness: number;
  } | null;
  /** At TCA; null where recorded positions name none. */
  element_set: ElementSetInUseJson | null;
  /** All of them, in order, where it changes within the pass. */
  element_sets?: ElementSetInUseJson[];
  /** Of its times. */
  expected_timing_error_s: ExpectedErrorJson | null;
  track?: TrackPointJson[];
  /** How far today's elements put it off: theirs minus these. */
  latest?: {
    element_set: ElementSetInUseJson;
    aos_s: number;
    tca_s: number;
    los_s: number;
    max_elevation_deg: number;
  } | null;
}

/** The whole answer of `/passes`. */
export interface PassesJson {
  /** The request as it was understood. */
  request: Record<string, unknown>;
  observer: {
    name: string | null;
    latitude_deg: number;
    longitude_deg: number;
    altitude_m: number;
  };
  passes: PassJson[];
  warnings: string[];
  /** The cursor of the next page; null at the end. */
  next: string | null;
}
