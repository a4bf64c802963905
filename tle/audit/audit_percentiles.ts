import { AUDIT_AGES_DAYS } from "./audit_pairs.ts";

/** What percentiles are made of. */
export interface AuditedError {
  /** One of AUDIT_AGES_DAYS. */
  readonly nominalAgeDays: number;
  /** Signed. */
  readonly laterS: number;
  readonly isManoeuvreSuspected: boolean;
}

/** How far off predictions were, in seconds along the track, either way. */
export interface ErrorPercentiles {
  readonly pairs: number;
  /** Null where there are no pairs. */
  readonly medianS: number | null;
  /** Null where there are no pairs. */
  readonly p95S: number | null;
}

/** How far off predictions of one age were. */
export interface AgePercentiles extends ErrorPercentiles {
  readonly ageDays: number;
  /** Of those pairs only between which no manoeuvre is suspected. */
  readonly withoutManoeuvres: ErrorPercentiles;
}

/** Sums audits up, one entry for each of AUDIT_AGES_DAYS. */
export function auditPercentiles(
  audits: Iterable<AuditedError>,
): AgePercentiles[] {
  const byAge = new Map(
    AUDIT_AGES_DAYS.map((
      ageDays,
    ) => [ageDays as number, { quiet: [] as number[], all: [] as number[] }]),
  );
  for (const { nominalAgeDays, laterS, isManoeuvreSuspected } of audits) {
    const { quiet, all } = byAge.get(nominalAgeDays)!;
    all.push(Math.abs(laterS));
    if (!isManoeuvreSuspected) quiet.push(Math.abs(laterS));
  }
  return [...byAge].map(([ageDays, { quiet, all }]) => ({
    ageDays,
    ...percentilesOf(all),
    withoutManoeuvres: percentilesOf(quiet),
  }));
}

function percentilesOf(errorsS: readonly number[]): ErrorPercentiles {
  const sorted = Float64Array.from(errorsS).sort();
  return {
    pairs: sorted.length,
    medianS: percentile(sorted, 0.5),
    p95S: percentile(sorted, 0.95),
  };
}

/** Between the two nearest, where none is exactly there; null where none are. */
function percentile(sorted: Float64Array, part: number): number | null {
  if (sorted.length === 0) return null;
  const at = (sorted.length - 1) * part;
  const below = sorted[Math.floor(at)]!;
  return below + (sorted[Math.ceil(at)]! - below) * (at % 1);
}
