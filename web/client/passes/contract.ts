/** The part of `/api/v1/passes` that the page shows, and of `/api/v1/observers`. */

export interface PassesAnswer {
  passes: Pass[];
  warnings: string[];
  next: string | null;
}

export type Direction = "ascending" | "descending";
export type Light = "sunlit" | "penumbra" | "umbra";
export type Source = "recorded" | "predicted" | "mixed";

export interface PassMoment {
  time: string;
  azimuth_deg: number;
  /** One of 16 points, such as "NNE". */
  compass: string;
  elevation_deg: number;
  range_km: number;
  sunlit: boolean;
}

export interface SetInUse {
  id: string;
  epoch: string;
  /** Of TCA; below zero where the set is newer. */
  age_hours: number;
}

export interface TrackPoint {
  time: string;
  azimuth_deg: number;
  elevation_deg: number;
  range_km: number;
  light: Light;
  source: "recorded" | "predicted";
}

export interface Pass {
  id: string;
  norad_id: number;
  name: string;
  aos: PassMoment;
  tca: PassMoment;
  los: PassMoment;
  duration_s: number;
  max_elevation_deg: number;
  direction: Direction | null;
  orbit_number: number | null;
  /** Of TCA. */
  observer_sun: { elevation_deg: number; azimuth_deg: number };
  shadow: { time: string; enters: Light }[];
  visible_from: string | null;
  visible_to: string | null;
  in_progress: boolean;
  cut: { start: boolean; end: boolean };
  source: Source;
  data: {
    samples_present: number;
    samples_expected: number;
    /** 0 to 1. */
    completeness: number;
  } | null;
  element_set: SetInUse | null;
  /** All of them, where it changes within the pass. */
  element_sets?: SetInUse[];
  expected_timing_error_s: {
    typical: number;
    p95: number;
    basis: "audit" | "formula";
  } | null;
  track?: TrackPoint[];
  /** How far the newest elements put it off, with `compare=latest`. */
  latest?: {
    tca_s: number;
    max_elevation_deg: number;
  } | null;
}

export interface ObserversAnswer {
  observers: FoundObserver[];
  /** Those that may have been meant, where none is found. */
  near: FoundObserver[];
}

export interface FoundObserver {
  name: string;
  /** Null where it is configured. */
  country: string | null;
  latitude_deg: number;
  longitude_deg: number;
  altitude_m: number;
}
