/** The ways of some satellites, as the API answers. */
export interface TracksJson {
  /** ISO 8601 in UTC, as all instants. */
  from: string;
  step_s: number;
  satellites: TrackJson[];
  /** Sentences about what cannot be told. */
  warnings: string[];
}

export interface TrackJson {
  norad_id: number;
  name: string;
  /** Exclusive. */
  to: string;
  /** By the newest elements; null where none are known. */
  revolution_s: number | null;
  /** In order; what lies between two that do not meet is not known. */
  stretches: StretchJson[];
}

/** A part of a way that rests on one thing. */
export interface StretchJson {
  source: "recorded" | "predicted";
  /** Null where recorded positions name none. */
  element_set: { id: string; epoch: string } | null;
  columns: {
    time_ms: number[];
    latitude_deg: number[];
    longitude_deg: number[];
    altitude_km: number[];
  };
}
