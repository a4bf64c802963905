import { formatInstant, formatInstantUs } from "../../shared/instant.ts";
import type { StoredElementSet } from "../../shared/projection/element_sets/stored_element_set.ts";
import type {
  AgePercentiles,
  ErrorPercentiles,
} from "../../tle/audit/audit_percentiles.ts";
import { round } from "../round.ts";
import { PERCENTILES_MS } from "./audit_request.ts";
import { expectedErrorJson } from "./expected_error_json.ts";
import type { Audit, AuditPage, Prediction } from "./read_audit_page.ts";

/** Of a piece, before the audit that makes it longer. */
const PIECE_CHARACTERS = 65_536;
const DAY_S = 86_400;

/** What audits come to. */
export interface AuditSummary {
  readonly percentiles: readonly AgePercentiles[];
  /** The set in force at the end; null where there is none. */
  readonly inForce: StoredElementSet | null;
  /** The end of the range. */
  readonly toMs: number;
}

const encoder = new TextEncoder();

/** Writes the answer of the audit route as JSON, piece by piece. */
export function* encodeAudit(
  { audits, next }: AuditPage,
  summary: AuditSummary,
): Generator<Uint8Array<ArrayBuffer>> {
  let text = '{"audits":[';
  for (const [i, audit] of audits.entries()) {
    if (text.length > PIECE_CHARACTERS) {
      yield encoder.encode(text);
      text = "";
    }
    text += `${i > 0 ? "," : ""}${JSON.stringify(auditJson(audit))}`;
  }
  const rest = JSON.stringify({ ...summaryJson(summary), next });
  yield encoder.encode(`${text}],${rest.slice(1)}`);
}

function auditJson({ id, epochUs, predictions }: Audit) {
  return {
    element_set: id,
    epoch: formatInstantUs(epochUs),
    predictions: predictions.map(predictionJson),
  };
}

function predictionJson(prediction: Prediction) {
  return {
    kind: prediction.kind,
    nominal_age_days: prediction.nominalAgeDays,
    age_days: round(prediction.ageS / DAY_S, 4),
    element_set: prediction.predictedById,
    samples: prediction.samples,
    radial_m: prediction.radialM,
    along_track_m: prediction.alongTrackM,
    cross_track_m: prediction.crossTrackM,
    later_s: prediction.laterS,
    manoeuvre_suspected: prediction.isManoeuvreSuspected,
  };
}

function summaryJson({ percentiles, inForce, toMs }: AuditSummary) {
  return {
    percentiles_from: formatInstant(toMs - PERCENTILES_MS),
    percentiles_to: formatInstant(toMs),
    percentiles: percentiles.map((one) => ({
      age_days: one.ageDays,
      ...percentilesJson(one),
      without_manoeuvres: percentilesJson(one.withoutManoeuvres),
    })),
    expected_error: inForce && expectedErrorJson(inForce, percentiles, toMs),
  };
}

function percentilesJson({ pairs, medianS, p95S }: ErrorPercentiles) {
  return {
    pairs,
    median_s: medianS === null ? null : round(medianS, 4),
    p95_s: p95S === null ? null : round(p95S, 4),
  };
}
