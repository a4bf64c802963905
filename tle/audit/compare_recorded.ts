import { ecefFromGeodetic, type GeodeticPosition } from "../geodetic.ts";
import type { Orbit } from "../orbit.ts";
import { siderealTimeRad } from "../sidereal_time.ts";
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
  const { x, y, z } = ecefFromGeodetic(recorded);
  const angle = siderealTimeRad(timeMs);
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const temeKm = { x: x * cos - y * sin, y: y * cos + x * sin, z };
  return compareStates(truth.temeAt(timeMs), temeKm);
}
