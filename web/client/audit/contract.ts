/** The part of `/api/v1/satellites/{norad_id}/audit` that the page shows. */
export interface AuditAnswer {
  audits: {
    epoch: string;
    predictions: { later_s: number; manoeuvre_suspected: boolean }[];
  }[];
  percentiles: (ErrorPercentiles & {
    age_days: number;
    without_manoeuvres: ErrorPercentiles;
  })[];
  percentiles_from: string;
  percentiles_to: string;
  expected_error: {
    age_hours: number;
    typical_s: number;
    p95_s: number;
    basis: "audit" | "formula";
  } | null;
}

/** Null where there are no pairs. */
export interface ErrorPercentiles {
  pairs: number;
  median_s: number | null;
  p95_s: number | null;
}
