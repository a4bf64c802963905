import { formatInstant, formatInstantUs } from "../shared/instant.ts";
import type { Satellite } from "../shared/projection/read_satellites.ts";

/** A satellite as the API has it. */
export function satelliteJson(satellite: Satellite, nowMs: number) {
  const { lastMs, latest, elementSet } = satellite;
  const last = formatInstant(lastMs);
  return {
    norad_id: satellite.noradId,
    name: satellite.name,
    first: formatInstant(satellite.firstMs),
    last,
    samples: satellite.samples,
    step_seconds: satellite.stepMs === null ? null : satellite.stepMs / 1000,
    topics: satellite.topics,
    latest: latest && {
      time: last,
      latitude_deg: latest.latitudeDeg,
      longitude_deg: latest.longitudeDeg,
      altitude_km: latest.altitudeKm,
      origin: latest.origin,
    },
    element_set: elementSet && {
      id: elementSet.id,
      epoch: elementSet.epochUs === null
        ? null
        : formatInstantUs(elementSet.epochUs),
      age_hours: elementSet.epochUs === null
        ? null
        : ageHours(nowMs, elementSet.epochUs),
      source: elementSet.source,
    },
  };
}

// Signed: instant minus epoch.
function ageHours(nowMs: number, epochUs: number): number {
  return Math.round((nowMs - epochUs / 1000) / 36_000) / 100;
}
