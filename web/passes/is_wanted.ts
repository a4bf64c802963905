import type { Site } from "../../tle/look_angles.ts";
import type { FoundPass } from "../../tle/passes/found_pass.ts";
import { motionAt } from "../../tle/passes/motion_at.ts";
import { passDirection } from "../../tle/passes/pass_direction.ts";
import { visibleInterval } from "../../tle/passes/visible_interval.ts";
import type { PassFilter } from "./passes_request.ts";
import type { TimeOfDay } from "./time_of_day.ts";

const DAY_MINUTES = 1440;

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
  if (timeOfDay !== null && !isWithin(timeOfDay, tcaMs)) return false;
  if (direction !== null) {
    const state = motionAt(motions, tcaMs).stateAt(tcaMs);
    if (passDirection(site, state) !== direction) return false;
  }
  return !filter.visibleOnly ||
    visibleInterval(motions, site, pass) !== null;
}

/** Whether a clock shows a time of that part of the day, also over midnight. */
function isWithin(
  { fromMinute, toMinute, aheadMinutes }: TimeOfDay,
  timeMs: number,
): boolean {
  const shown = timeMs / 60_000 + aheadMinutes;
  const since = (minutes: number) =>
    ((minutes - fromMinute) % DAY_MINUTES + DAY_MINUTES) % DAY_MINUTES;
  return since(shown) < since(toMinute);
}
