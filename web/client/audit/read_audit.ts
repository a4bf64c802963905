/// <reference lib="dom" />
import { askServer } from "../ask_server.ts";
import { formatIso } from "../format.ts";
import type { AuditAnswer } from "./contract.ts";

/** What to read of the audit API. */
export interface AuditQuestion {
  noradId: number;
  /** Of the history; percentiles are of every age. */
  ageDays: number;
  /** Of the history; null for 180 days before the end. */
  fromMs: number | null;
  /** Of both; null for now. */
  toMs: number | null;
}

/**
 * Returns how far off predictions of a satellite were.
 *
 * @throws {Error} If the server does not answer with an audit.
 */
export async function readAudit(
  question: AuditQuestion,
  signal: AbortSignal,
): Promise<AuditAnswer> {
  const path = auditPath(question);
  const answer = await askServer("read the audit", path, signal);
  return await answer.json() as AuditAnswer;
}

/** Returns the path of a question below `/api/v1/`. */
export function auditPath(
  { noradId, ageDays, fromMs, toMs }: AuditQuestion,
): string {
  const query = ["limit=1000", `age_days=${ageDays}`];
  if (fromMs !== null) query.push(`from=${formatIso(fromMs)}`);
  if (toMs !== null) query.push(`to=${formatIso(toMs)}`);
  return `satellites/${noradId}/audit?${query.join("&")}`;
}
