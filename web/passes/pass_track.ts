import { formatInstant } from "../../shared/instant.ts";
import { lookAngles, type Site } from "../../tle/look_angles.ts";
import type { FoundPass } from "../../tle/passes/found_pass.ts";
import { motionAt } from "../../tle/passes/motion_at.ts";
import { sunLight } from "../../tle/sun/sun_light.ts";
import { dopplerHz } from "../../tle/doppler.ts";
import { roundAzimuth } from "./describe_moment.ts";
import type { TrackPointJson } from "./pass_json.ts";
import type { PassesRequest } from "./passes_request.ts";
import { round } from "../round.ts";

/** A pass's way over the sky, at whole steps of time and at its ends. */
export function* passTrack(
  { aosMs, losMs, motions }: FoundPass,
  site: Site,
  { stepS, frequencyMhz }: NonNullable<PassesRequest["track"]>,
): Generator<TrackPointJson> {
  const stepMs = stepS * 1000;
  for (let timeMs = aosMs; timeMs < losMs;) {
    yield pointAt(timeMs);
    timeMs = (Math.floor(timeMs / stepMs) + 1) * stepMs;
  }
  yield pointAt(losMs);

  function pointAt(timeMs: number): TrackPointJson {
    const state = motionAt(motions, timeMs).stateAt(timeMs);
    const look = lookAngles(site, state);
    return {
      time: formatInstant(timeMs),
      azimuth_deg: roundAzimuth(look.azimuthDeg),
      elevation_deg: round(look.elevationDeg, 3),
      range_km: round(look.rangeKm, 3),
      range_rate_km_s: round(look.rangeRateKmS, 6),
      light: sunLight(state.positionKm, timeMs),
      ...(frequencyMhz !== null && {
        doppler_hz: round(dopplerHz(look.rangeRateKmS, frequencyMhz), 1),
      }),
    };
  }
}
