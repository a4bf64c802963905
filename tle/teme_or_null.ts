import type { Orbit, TemeState } from "./orbit.ts";
import { PropagationError } from "./propagation_error.ts";

/** Where a satellite is in TEME; null where its elements give no position. */
export function temeOrNull(orbit: Orbit, timeMs: number): TemeState | null {
  try {
    return orbit.temeAt(timeMs);
  } catch (error) {
    if (error instanceof PropagationError) return null;
    throw error;
  }
}
