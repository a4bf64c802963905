import type { Site } from "../../tle/look_angles.ts";
import { DAY_MS } from "../../shared/projection/time_range.ts";
import { createElementMotion } from "../../tle/passes/element_motion.ts";
import { findPasses } from "../../tle/passes/find_passes.ts";
import type { FoundPass } from "../../tle/passes/found_pass.ts";
import { PropagationError } from "../../tle/propagation_error.ts";
import { round } from "../round.ts";
import type { AskedSatellite } from "./asked_satellite.ts";
import type { PassJson } from "./pass_json.ts";
import { setInUse } from "./set_in_use.ts";

/**
 * Compares a pass with what the newest element set makes of it: the nearest of
 * its passes within a third of a revolution. Null where there is none, or no set,
 * and where either has no rise or no set of its own to compare: one that is cut,
 * or a satellite that stands in the sky.
 */
export function compareLatest(
  pass: FoundPass,
  { newest }: Pick<AskedSatellite, "newest">,
  { site, horizonDeg }: { readonly site: Site; readonly horizonDeg: number },
): NonNullable<PassJson["latest"]> | null {
  if (newest === null) return null;
  const nearMs = Math.round(DAY_MS / newest.meanMotion / 3);
  const reach = {
    fromMs: pass.aosMs - 4 * nearMs,
    toMs: pass.losMs + 4 * nearMs,
  };
  const search = { fromMs: pass.aosMs - nearMs, toMs: pass.losMs + nearMs };
  const other = nearest(passesOf(), pass.tcaMs);
  if (other === null || Math.abs(other.tcaMs - pass.tcaMs) > nearMs) {
    return null;
  }
  if ([pass, other].some(({ cut }) => cut.start || cut.end)) return null;
  return {
    element_set: setInUse(newest, pass.tcaMs),
    aos_s: (other.aosMs - pass.aosMs) / 1000,
    tca_s: (other.tcaMs - pass.tcaMs) / 1000,
    los_s: (other.losMs - pass.losMs) / 1000,
    max_elevation_deg: round(other.maxElevationDeg - pass.maxElevationDeg, 3),
  };

  function passesOf(): FoundPass[] {
    try {
      const motion = createElementMotion(newest!, reach);
      return [...findPasses([motion], site, { ...search, horizonDeg })]
        .filter((found) => found !== null);
    } catch (error) {
      if (error instanceof PropagationError) return [];
      throw error;
    }
  }
}

function nearest(
  passes: readonly FoundPass[],
  tcaMs: number,
): FoundPass | null {
  const distance = (pass: FoundPass) => Math.abs(pass.tcaMs - tcaMs);
  return passes.reduce<FoundPass | null>(
    (best, pass) =>
      best === null || distance(pass) < distance(best) ? pass : best,
    null,
  );
}
