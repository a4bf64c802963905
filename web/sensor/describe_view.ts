import { formatInstant } from "../../shared/instant.ts";
import { motionAt } from "../../tle/passes/motion_at.ts";
import { expectedErrorOf } from "../expected_error.ts";
import { setInUse } from "../passes/set_in_use.ts";
import { round, roundAzimuth } from "../round.ts";
import type { FoundView } from "./collect_views.ts";
import type { Sensor } from "./sensors.ts";
import type { ViewJson } from "./view_json.ts";

/** Describes a sensor's view as the API answers. */
export function describeView(
  { view, pass: { id, found, satellite } }: FoundView,
  { granuleAt }: Sensor,
): ViewJson {
  const { timeMs, sun } = view;
  const { source, elementSet: set } = motionAt(found.motions, timeMs);
  return {
    id,
    norad_id: satellite.noradId,
    name: satellite.name,
    time: formatInstant(timeMs),
    scan_angle_deg: round(view.scanAngleDeg, 3),
    side: view.side,
    view_zenith_deg: round(view.viewZenithDeg, 3),
    view_azimuth_deg: roundAzimuth(view.viewAzimuthDeg, 2),
    range_km: round(view.rangeKm, 3),
    solar_zenith_deg: round(90 - sun.elevationDeg, 2),
    solar_azimuth_deg: roundAzimuth(sun.azimuthDeg, 2),
    daylight: view.isDaylight,
    granule: granuleAt && granuleAt(timeMs),
    source,
    element_set: set && setInUse(set, timeMs),
    expected_timing_error_s: set &&
      expectedErrorOf(set, timeMs, satellite.percentiles),
  };
}
