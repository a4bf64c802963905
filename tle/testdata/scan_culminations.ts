import { ecefFromTeme } from "../ecef_from_teme.ts";
import { lookAngles, type Site } from "../look_angles.ts";
import type { Orbit } from "../orbit.ts";

const STILL = { x: 0, y: 0, z: 0 };

/**
 * Finds when a satellite is highest for a site, above its horizon, by looking
 * every half minute: slow, simple, and good for low orbits.
 */
export function scanCulminations(
  orbit: Orbit,
  site: Site,
  { fromMs, toMs }: { readonly fromMs: number; readonly toMs: number },
): number[] {
  const elevationAt = (timeMs: number) => {
    const positionKm = ecefFromTeme(orbit.temeAt(timeMs).positionKm, timeMs);
    return lookAngles(site, { positionKm, velocityKmS: STILL }).elevationDeg;
  };
  const found: number[] = [];
  const stepMs = 30_000;
  let [before, here] = [elevationAt(fromMs - stepMs), elevationAt(fromMs)];
  for (let timeMs = fromMs; timeMs < toMs; timeMs += stepMs) {
    const after = elevationAt(timeMs + stepMs);
    if (here > before && here >= after) {
      const tcaMs = highest(elevationAt, timeMs - stepMs, timeMs + stepMs);
      if (elevationAt(tcaMs) > 0) found.push(tcaMs);
    }
    [before, here] = [here, after];
  }
  return found;
}

function highest(
  elevationAt: (timeMs: number) => number,
  fromMs: number,
  toMs: number,
): number {
  let [low, high] = [fromMs, toMs];
  while (high - low > 1) {
    const third = (high - low) / 3;
    if (elevationAt(low + third) < elevationAt(high - third)) low += third;
    else high -= third;
  }
  return Math.round(low);
}
