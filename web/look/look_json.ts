import { formatInstant } from "../../shared/instant.ts";
import type { StoredElementSet } from "../../shared/projection/element_sets/stored_element_set.ts";
import { dopplerHz } from "../../tle/doppler.ts";
import { geodeticFromEcef } from "../../tle/geodetic.ts";
import { lookAngles, type Site } from "../../tle/look_angles.ts";
import { type SunLight, sunLight } from "../../tle/sun/sun_light.ts";
import type { Vector3 } from "../../tle/vector3.ts";
import {
  type ExpectedErrorJson,
  expectedErrorOf,
  oldElementsWarning,
} from "../expected_error.ts";
import type { NamedObserver } from "../observers/named_observer.ts";
import { observerJson } from "../observers/observer_json.ts";
import type { PassesJson } from "../passes/pass_json.ts";
import { type ElementSetInUseJson, setInUse } from "../passes/set_in_use.ts";
import { round, roundAzimuth } from "../round.ts";
import { motionThen, type SatelliteMotions } from "./satellite_motions.ts";

/** Where to look for a satellite, as the API answers. */
export interface LookJson {
  norad_id: number;
  name: string;
  /** The instant for which all of this holds; ISO 8601 in UTC. */
  time: string;
  observer: PassesJson["observer"];
  /** From north by way of east, 0 up to but not including 360. */
  azimuth_deg: number;
  elevation_deg: number;
  range_km: number;
  /** Negative while it comes nearer. */
  range_rate_km_s: number;
  /** By how much its signal comes higher; only where `frequency_mhz` was given. */
  doppler_hz?: number;
  light: SunLight;
  /** Whether any of the Sun's light falls on the satellite. */
  sunlit: boolean;
  /** Whether it is at or above the horizon. */
  up: boolean;
  sub_point: {
    latitude_deg: number;
    longitude_deg: number;
    altitude_km: number;
  };
  source: "recorded" | "predicted";
  /** Null where recorded positions name none. */
  element_set: ElementSetInUseJson | null;
  expected_timing_error_s: ExpectedErrorJson | null;
  warnings: string[];
}

/** Who looks, and what for. */
export interface Looker {
  readonly observer: NamedObserver;
  readonly site: Site;
  /** Of what the satellite sends; null where nobody listens. */
  readonly frequencyMhz: number | null;
}

/**
 * Tells where a satellite is to be looked for at an instant.
 *
 * @throws {Problem} 422, if neither positions nor elements tell.
 */
export function lookJson(
  known: SatelliteMotions,
  timeMs: number,
  { observer, site, frequencyMhz }: Looker,
): LookJson {
  const { satellite } = known;
  const motion = motionThen(known, timeMs);
  const state = motion.stateAt(timeMs);
  const look = lookAngles(site, state);
  const light = sunLight(state.positionKm, timeMs);
  return {
    norad_id: satellite.noradId,
    name: satellite.name,
    time: formatInstant(timeMs),
    observer: observerJson(observer),
    azimuth_deg: roundAzimuth(look.azimuthDeg, 3),
    elevation_deg: round(look.elevationDeg, 3),
    range_km: round(look.rangeKm, 3),
    range_rate_km_s: round(look.rangeRateKmS, 6),
    ...frequencyMhz !== null && {
      doppler_hz: round(dopplerHz(look.rangeRateKmS, frequencyMhz), 1),
    },
    light,
    sunlit: light !== "umbra",
    up: look.elevationDeg >= 0,
    sub_point: subPointJson(state.positionKm),
    source: motion.source,
    ...evidenceJson(known, motion.elementSet, timeMs),
  };
}

function subPointJson(positionKm: Vector3): LookJson["sub_point"] {
  const { latitudeDeg, longitudeDeg, altitudeKm } = geodeticFromEcef(
    positionKm,
  );
  return {
    latitude_deg: round(latitudeDeg, 6),
    longitude_deg: round(longitudeDeg, 6),
    altitude_km: round(altitudeKm, 4),
  };
}

type Evidence = Pick<
  LookJson,
  "element_set" | "expected_timing_error_s" | "warnings"
>;

function evidenceJson(
  { satellite: { name, percentiles } }: SatelliteMotions,
  set: StoredElementSet | null,
  timeMs: number,
): Evidence {
  if (set === null) {
    return { element_set: null, expected_timing_error_s: null, warnings: [] };
  }
  const inUse = setInUse(set, timeMs);
  const error = expectedErrorOf(set, timeMs, percentiles);
  const warning = oldElementsWarning(name, error, inUse);
  return {
    element_set: inUse,
    expected_timing_error_s: error,
    warnings: warning === null ? [] : [warning],
  };
}
