import type { Site } from "../../tle/look_angles.ts";
import type { FoundPass } from "../../tle/passes/found_pass.ts";
import { motionAt } from "../../tle/passes/motion_at.ts";
import { passDirection } from "../../tle/passes/pass_direction.ts";
import { visibleAbove } from "../../tle/passes/visible_above.ts";
import type { PassFilter } from "./passes_request.ts";
import { isWithinTimeOfDay } from "./time_of_day.ts";

/** Whether a pass is one that a client wants; what is cheap is asked first. */
export function isWanted(
  pass: FoundPass,
  site: Site,
  filter: PassFilter,
): boolean {
  const { aosMs, tcaMs, losMs, motions, maxElevationDeg } = pass;
  const { minElevationDeg, minDurationS, direction, timeOfDay } = filter;
  if (maxElevationDeg < minElevationDeg) return false;
  if (minDurationS !== null && losMs - aosMs < minDurationS * 1000) {
    return false;
  }
  if (timeOfDay !== null && !isWithinTimeOfDay(timeOfDay, tcaMs)) return false;
  if (direction !== null) {
    const state = motionAt(motions, tcaMs).stateAt(tcaMs);
    if (passDirection(site, state) !== direction) return false;
  }
  return !filter.visibleOnly ||
    visibleAbove(pass, site, minElevationDeg) !== null;
}
