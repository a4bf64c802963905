import { createBreather } from "../../shared/breathe.ts";
import {
  predictedById,
  readAudits,
} from "../../shared/projection/audits/read_audits.ts";
import type {
  StoredAudit,
  StoredPrediction,
} from "../../shared/projection/audits/stored_audit.ts";
import type { Projection } from "../../shared/projection/projection.ts";
import { formatPlace } from "../elements/elements_request.ts";
import type { AuditRequest } from "./audit_request.ts";

/** A prediction with the id of the set that it rests on. */
export interface Prediction extends StoredPrediction {
  readonly predictedById: string;
}

export interface Audit extends StoredAudit {
  readonly predictions: readonly Prediction[];
}

/** One page of audits. */
export interface AuditPage {
  readonly audits: readonly Audit[];
  /** The cursor of the next page; null at the end. */
  readonly next: string | null;
}

/** Reads the audits of a request, and lets others run meanwhile. */
export async function readAuditPage(
  projection: Projection,
  noradId: number,
  { from, toMs, limit, ageDays }: AuditRequest,
): Promise<AuditPage> {
  const breathe = createBreather();
  const audits: Audit[] = [];
  for (const audit of readAudits(projection, noradId, { from, toMs })) {
    await breathe();
    const wanted = audit.predictions.filter(({ kind, nominalAgeDays }) =>
      ageDays === undefined || (kind === "set" && nominalAgeDays === ageDays)
    );
    if (wanted.length === 0) continue;
    if (audits.length === limit) return { audits, next: formatPlace(audit) };
    audits.push({
      ...audit,
      predictions: wanted.map((one) => ({
        ...one,
        predictedById: predictedById(projection, one.predictedByRef),
      })),
    });
  }
  return { audits, next: null };
}
