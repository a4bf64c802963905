/// <reference lib="dom" />
import { askServer } from "../ask_server.ts";
import type { AuditAnswer } from "../audit/contract.ts";
import type { ExpectedErrors } from "./describe_elements.ts";

/**
 * Returns how far off each satellite is to be expected now.
 *
 * @throws {Error} If the server does not answer with an audit.
 */
export async function readExpectedErrors(
  noradIds: readonly number[],
  signal: AbortSignal,
): Promise<ExpectedErrors> {
  const found = new Map<number, AuditAnswer["expected_error"]>();
  for (const noradId of noradIds) {
    // Of the history nothing is wanted.
    const path = `satellites/${noradId}/audit?limit=1`;
    const answer = await askServer("read the audit", path, signal);
    const { expected_error } = await answer.json() as AuditAnswer;
    found.set(noradId, expected_error);
  }
  return found;
}
