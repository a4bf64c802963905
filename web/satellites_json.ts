import { formatInstant, formatInstantUs } from "../shared/instant.ts";
import type { StoredElementSet } from "../shared/projection/element_sets/stored_element_set.ts";
import type { Satellite } from "../shared/projection/read_satellites.ts";

/** A satellite of which only elements are known, as the API has it. */
export function elementsOnlyJson(set: StoredElementSet, nowMs: number) {
  const { noradId, name, id, epochUs, source } = set;
  return {
    norad_id: noradId,
    name: name ?? String(noradId),
    first: null,
    last: null,
    samples: 0,
    step_seconds: null,
    topics: [],
    latest: null,
    element_set: elementSetJson({ id, epochUs, source }, nowMs),
  };
}

/** A satellite of which positions are recorded. */
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
    element_set: elementSet && elementSetJson(elementSet, nowMs),
  };
}

function elementSetJson(
  { id, epochUs, source }: NonNullable<Satellite["elementSet"]>,
  nowMs: number,
) {
  return {
    id,
    epoch: epochUs === null ? null : formatInstantUs(epochUs),
    age_hours: epochUs === null ? null : ageHours(nowMs, epochUs),
    source,
  };
}

// Signed: instant minus epoch.
function ageHours(nowMs: number, epochUs: number): number {
  return Math.round((nowMs - epochUs / 1000) / 36_000) / 100;
}
