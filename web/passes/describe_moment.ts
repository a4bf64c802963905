import { formatInstant } from "../../shared/instant.ts";
import { lookAngles, type Site } from "../../tle/look_angles.ts";
import type { Motion } from "../../tle/passes/motion.ts";
import { motionAt } from "../../tle/passes/motion_at.ts";
import { sunLight } from "../../tle/sun/sun_light.ts";
import { compassPoint } from "./compass_point.ts";
import type { MomentJson } from "./pass_json.ts";
import { round, roundAzimuth } from "../round.ts";

/** Describes where a satellite is seen at an instant, as the API answers. */
export function describeMoment(
  motions: readonly Motion[],
  site: Site,
  timeMs: number,
): MomentJson {
  const state = motionAt(motions, timeMs).stateAt(timeMs);
  const { azimuthDeg, elevationDeg, rangeKm } = lookAngles(site, state);
  return {
    time: formatInstant(timeMs),
    azimuth_deg: roundAzimuth(azimuthDeg, 3),
    compass: compassPoint(azimuthDeg),
    elevation_deg: round(elevationDeg, 3),
    range_km: round(rangeKm, 3),
    sunlit: sunLight(state.positionKm, timeMs) !== "umbra",
  };
}
