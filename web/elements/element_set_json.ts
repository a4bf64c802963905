import { formatInstant, formatInstantUs } from "../../shared/instant.ts";
import type { StoredElementSet } from "../../shared/projection/element_sets/stored_element_set.ts";
import { elementAgeHours } from "../../tle/element_age.ts";
import { formatOmm } from "../../tle/formats/format_omm.ts";
import { orbitalFigures } from "../../tle/orbital_figures.ts";
import { round } from "../round.ts";

/**
 * An element set with what it says in short, as the API answers.
 *
 * @param timeMs The instant that `age_hours` is counted to; signed.
 */
export function elementSetJson(set: StoredElementSet, timeMs: number) {
  const figures = orbitalFigures(set);
  return {
    id: set.id,
    norad_id: set.noradId,
    name: set.name,
    international_designator: set.internationalDesignator,
    epoch: formatInstantUs(set.epochUs),
    age_hours: Math.round(elementAgeHours(set, timeMs) * 100) / 100,
    source: set.source,
    received_at: formatInstant(set.receivedMs),
    period_minutes: round(figures.periodMinutes, 4),
    inclination_deg: set.inclinationDeg,
    perigee_altitude_km: round(figures.perigeeAltitudeKm, 1),
    apogee_altitude_km: round(figures.apogeeAltitudeKm, 1),
    omm: formatOmm(set),
  };
}
