import type { EcefState } from "../ecef_state.ts";
import { ecefStateFromTeme } from "../ecef_state_from_teme.ts";
import type { Orbit } from "../orbit.ts";

/** Where an orbit's satellite is and how it moves, seen from the Earth. */
export function ecefStateAt(orbit: Orbit, timeMs: number): EcefState {
  return ecefStateFromTeme(orbit.temeAt(timeMs), timeMs);
}
