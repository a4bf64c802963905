import { createBreather } from "../../shared/breathe.ts";
import { readAudits } from "../../shared/projection/audits/read_audits.ts";
import type { StoredPrediction } from "../../shared/projection/audits/stored_audit.ts";
import type { Projection } from "../../shared/projection/projection.ts";
import {
  type AgePercentiles,
  auditPercentiles,
} from "../../tle/audit/audit_percentiles.ts";
import { PERCENTILES_MS } from "./audit_request.ts";

/**
 * Sums up how far off the element sets of a satellite were, set against set,
 * in the 180 days before an instant; others run meanwhile. Recorded positions
 * are not among them: where these were, a later set tells by going back from
 * its epoch, with an error of its own.
 */
export async function readPercentiles(
  projection: Projection,
  noradId: number,
  toMs: number,
): Promise<AgePercentiles[]> {
  const breathe = createBreather();
  const predictions: StoredPrediction[] = [];
  const from = { epochUs: (toMs - PERCENTILES_MS) * 1000, id: "" };
  for (const audit of readAudits(projection, noradId, { from, toMs })) {
    predictions.push(...audit.predictions.filter(({ kind }) => kind === "set"));
    await breathe();
  }
  return auditPercentiles(predictions);
}
