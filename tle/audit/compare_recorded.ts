import { temeFromEcef } from "../ecef_from_teme.ts";
import { ecefFromGeodetic, type GeodeticPosition } from "../geodetic.ts";
import type { Orbit } from "../orbit.ts";
import { compareStates, type StateDifference } from "./compare_states.ts";

/**
 * Compares a position that was recorded with where a newer element set puts
 * the satellite at that instant.
 *
 * @throws {PropagationError} If the newer set gives no position then.
 */
export function compareRecorded(
  truth: Orbit,
  timeMs: number,
  recorded: GeodeticPosition,
): StateDifference {
  const recordedKm = temeFromEcef(ecefFromGeodetic(recorded), timeMs);
  return compareStates(truth.temeAt(timeMs), recordedKm);
}
