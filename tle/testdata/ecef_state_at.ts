import { ecefFromTeme } from "../ecef_from_teme.ts";
import type { EcefState } from "../ecef_state.ts";
import type { Orbit } from "../orbit.ts";

const STEP_MS = 500;

/** Where an orbit's satellite is and how it moves, seen from the Earth. */
export function ecefStateAt(orbit: Orbit, timeMs: number): EcefState {
  const at = (ms: number) => ecefFromTeme(orbit.temeAt(ms).positionKm, ms);
  const [before, after] = [at(timeMs - STEP_MS), at(timeMs + STEP_MS)];
  const perSecond = 1000 / (2 * STEP_MS);
  return {
    positionKm: at(timeMs),
    velocityKmS: {
      x: (after.x - before.x) * perSecond,
      y: (after.y - before.y) * perSecond,
      z: (after.z - before.z) * perSecond,
    },
  };
}
