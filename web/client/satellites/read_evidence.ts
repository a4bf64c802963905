/// <reference lib="dom" />
import { askServer } from "../ask_server.ts";
import { formatIso } from "../format.ts";

/** What a recorded position rests on, as the server sends it. */
export interface Evidence {
  norad_id: number;
  name: string;
  position: {
    time: string;
    latitude_deg: number;
    longitude_deg: number;
    altitude_km: number;
  };
  origin: "live" | "backfill";
  log_position: {
    topic: string;
    partition: number;
    offset: number;
    sample: number;
  };
  element_set: {
    id: string;
    epoch: string | null;
    age_hours: number | null;
    source: string | null;
  } | null;
  expected_timing_error_s: {
    typical: number;
    p95: number;
    basis: "audit" | "formula";
  } | null;
}

/** Below `/api/v1/`. */
export function evidencePath(noradId: number, timeMs: number): string {
  return `satellites/${noradId}/evidence?at=${formatIso(timeMs)}`;
}

/**
 * Asks what the last position up to a time rests on; null where nothing is
 * recorded near.
 *
 * @throws {Error} If the server does not answer.
 */
export async function readEvidence(
  noradId: number,
  timeMs: number,
): Promise<Evidence | null> {
  try {
    const path = evidencePath(noradId, timeMs);
    const answer = await askServer("read what a position rests on", path);
    return await answer.json() as Evidence;
  } catch (error) {
    const { cause } = error as Error;
    if (cause instanceof Response && cause.status === 404) return null;
    throw error;
  }
}
