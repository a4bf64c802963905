import { formatInstant } from "../../shared/instant.ts";
import { readCompleteness } from "../../shared/projection/motions/read_completeness.ts";
import type { Projection } from "../../shared/projection/projection.ts";
import type { TimeRangeMs } from "../../shared/projection/time_range.ts";
import { geodeticFromEcef } from "../../tle/geodetic.ts";
import { groundDistanceKm } from "../../tle/ground_distance.ts";
import type { Site } from "../../tle/look_angles.ts";
import { closestApproach } from "../../tle/passes/closest_approach.ts";
import type { FoundPass } from "../../tle/passes/found_pass.ts";
import { motionAt } from "../../tle/passes/motion_at.ts";
import { passDirection } from "../../tle/passes/pass_direction.ts";
import { shadowCrossings } from "../../tle/passes/shadow_crossings.ts";
import { visibleAbove } from "../../tle/passes/visible_above.ts";
import { isDaylight } from "../../tle/sun/is_daylight.ts";
import { sunLook } from "../../tle/sun/sun_look.ts";
import { expectedErrorOf } from "../expected_error.ts";
import type { SourceMotion } from "../motions/read_motions.ts";
import { round, roundAzimuth } from "../round.ts";
import type { AskedSatellite } from "./asked_satellite.ts";
import { describeMoment } from "./describe_moment.ts";
import { setInUse } from "./set_in_use.ts";
import type { PassJson } from "./pass_json.ts";

/** What a description takes beside the pass. */
export interface PassContext {
  readonly projection: Projection;
  readonly satellite: AskedSatellite;
  readonly site: Site;
  /** What is lower does not count as visible. */
  readonly minElevationDeg: number;
  readonly nowMs: number;
}

type Described = Omit<PassJson, "id" | "orbit_number">;

/** Describes a pass as the API answers, but for its name. */
export function describePass(
  pass: FoundPass<SourceMotion>,
  context: PassContext,
): Described {
  const { satellite, site, minElevationDeg, nowMs } = context;
  const { aosMs, tcaMs, losMs, motions, cut } = pass;
  const ends = { fromMs: aosMs, toMs: losMs };
  const highest = motionAt(motions, tcaMs);
  const state = highest.stateAt(tcaMs);
  const below = geodeticFromEcef(state.positionKm);
  const sun = sunLook(site, tcaMs);
  const nearest = closestApproach(motions, site, pass);
  const visible = visibleAbove(pass, site, minElevationDeg);
  const set = highest.elementSet;
  // What was recorded and what is predicted may name the same one.
  const sets = [
    ...new Map(motions.map(({ elementSet: one }) => [one?.id, one])).values(),
  ];
  const error = set && expectedErrorOf(set, tcaMs, satellite.percentiles);
  return {
    norad_id: satellite.noradId,
    name: satellite.name,
    aos: describeMoment(motions, site, aosMs),
    tca: describeMoment(motions, site, tcaMs),
    los: describeMoment(motions, site, losMs),
    closest_approach: {
      time: formatInstant(nearest.timeMs),
      range_km: round(nearest.rangeKm, 3),
    },
    duration_s: (losMs - aosMs) / 1000,
    max_elevation_deg: round(pass.maxElevationDeg, 3),
    direction: passDirection(site, state),
    sub_point: {
      latitude_deg: round(below.latitudeDeg, 6),
      longitude_deg: round(below.longitudeDeg, 6),
      altitude_km: round(below.altitudeKm, 4),
      distance_km: round(groundDistanceKm(site.observer, below), 1),
      daylight: isDaylight(below, tcaMs),
    },
    observer_sun: {
      elevation_deg: round(sun.elevationDeg, 2),
      azimuth_deg: roundAzimuth(sun.azimuthDeg, 2),
    },
    shadow: shadowCrossings(motions, ends).map(({ timeMs, enters }) => ({
      time: formatInstant(timeMs),
      enters,
    })),
    visible_from: visible && formatInstant(visible.fromMs),
    visible_to: visible && formatInstant(visible.toMs),
    in_progress: aosMs <= nowMs && nowMs <= losMs,
    cut,
    source: sourceOf(motions),
    data: completenessOf(context, ends),
    element_set: set && setInUse(set, tcaMs),
    ...(sets.length > 1 && {
      element_sets: sets.flatMap((one) => one ? [setInUse(one, tcaMs)] : []),
    }),
    expected_timing_error_s: error,
  };
}

function sourceOf(motions: readonly SourceMotion[]): PassJson["source"] {
  const isRecorded = ({ source }: SourceMotion) => source === "recorded";
  if (motions.every(isRecorded)) return "recorded";
  return motions.some(isRecorded) ? "mixed" : "predicted";
}

/** Null where nothing was to be recorded: before a recording, or in the future. */
function completenessOf(
  { projection, satellite: { recordings } }: PassContext,
  range: TimeRangeMs,
): PassJson["data"] {
  const { samplesPresent, samplesExpected } = readCompleteness(
    projection,
    recordings,
    range,
  );
  if (samplesExpected === 0) return null;
  return {
    samples_present: samplesPresent,
    samples_expected: samplesExpected,
    completeness: round(samplesPresent / samplesExpected, 4),
  };
}
