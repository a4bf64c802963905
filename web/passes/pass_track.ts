import { formatInstant } from "../../shared/instant.ts";
import { lookAngles, type Site } from "../../tle/look_angles.ts";
import type { FoundPass } from "../../tle/passes/found_pass.ts";
import { motionAt } from "../../tle/passes/motion_at.ts";
import { sunLight } from "../../tle/sun/sun_light.ts";
import { dopplerHz } from "../../tle/doppler.ts";
import type { SourceMotion } from "../motions/read_motions.ts";
import { badParameters } from "../problem.ts";
import { round, roundAzimuth } from "../round.ts";
import type { TrackPointJson } from "./pass_json.ts";
import type { PassesRequest } from "./passes_request.ts";

type PassTrack = NonNullable<PassesRequest["track"]>;

/** An answer is held in memory: so many take some 20 MB. */
const MOST_POINTS = 100_000;

/**
 * Checks that the tracks of some passes are not too much together.
 *
 * @throws {Problem} 400, naming the step that does.
 */
export function requireFewPoints(
  passes: readonly Pick<FoundPass, "aosMs" | "losMs">[],
  { stepS }: Pick<PassTrack, "stepS">,
): void {
  const seconds = passes.reduce(
    (sum, { aosMs, losMs }) => sum + (losMs - aosMs) / 1000,
    0,
  );
  if (seconds / stepS <= MOST_POINTS) return;
  throw badParameters([{
    parameter: "step_s",
    requirement:
      `at least ${Math.ceil(seconds / MOST_POINTS)}, as the tracks ` +
      `may have ${MOST_POINTS} points together`,
    value: String(stepS),
  }]);
}

/** A pass's way over the sky, at whole steps of time and at its ends. */
export function* passTrack(
  { aosMs, losMs, motions }: FoundPass<SourceMotion>,
  site: Site,
  { stepS, frequencyMhz }: PassTrack,
): Generator<TrackPointJson> {
  const stepMs = stepS * 1000;
  for (let timeMs = aosMs; timeMs < losMs;) {
    yield pointAt(timeMs);
    timeMs = (Math.floor(timeMs / stepMs) + 1) * stepMs;
  }
  yield pointAt(losMs);

  function pointAt(timeMs: number): TrackPointJson {
    const motion = motionAt(motions, timeMs);
    const state = motion.stateAt(timeMs);
    const look = lookAngles(site, state);
    return {
      time: formatInstant(timeMs),
      azimuth_deg: roundAzimuth(look.azimuthDeg, 3),
      elevation_deg: round(look.elevationDeg, 3),
      range_km: round(look.rangeKm, 3),
      range_rate_km_s: round(look.rangeRateKmS, 6),
      light: sunLight(state.positionKm, timeMs),
      source: motion.source,
      ...(frequencyMhz !== null && {
        doppler_hz: round(dopplerHz(look.rangeRateKmS, frequencyMhz), 1),
      }),
    };
  }
}
