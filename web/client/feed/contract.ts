/** What the server sends, as it sends it: snake_case, units in names, times ISO 8601 with Z. */

export interface SatelliteInfo {
  norad_id: number;
  name: string;
  first: string | null;
  last: string | null;
  samples: number;
  step_seconds: number | null;
  topics: string[];
  latest: (PositionAt & { origin: string }) | null;
  element_set: ElementSetInfo | null;
}

export interface ElementSetInfo {
  id: string;
  epoch: string | null;
  age_hours: number | null;
  source: string;
}

interface Place {
  latitude_deg: number;
  longitude_deg: number;
  altitude_km: number;
}

interface PositionAt extends Place {
  time: string;
}

export interface Frame {
  time: string;
  positions: (Place & { norad_id: number })[];
}

export interface StreamState {
  state: "live" | "replay" | "behind" | "end";
  server_time: string;
  from?: string;
  to?: string | null;
  bucket_seconds?: number | null;
  behind_seconds?: number;
}

export interface RangeOf {
  norad_id: number;
  from: string;
  to: string;
}

/** What was filled in, of one satellite, or of any where its number is null. */
export type Backfilled = Omit<RangeOf, "norad_id"> & {
  norad_id: number | null;
};

export interface Problem {
  title?: string;
  status?: number;
  detail?: string;
}

export interface PositionsAnswer {
  bucket_seconds: number | null;
  satellites: {
    norad_id: number;
    name: string;
    columns: {
      time_ms: number[];
      latitude_deg: number[];
      longitude_deg: number[];
      altitude_km: number[];
      altitude_min_km?: number[];
      altitude_max_km?: number[];
      samples?: number[];
    };
    gaps: { from: string; to: string }[];
  }[];
}
