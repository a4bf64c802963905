import { ORIGINS } from "../../shared/events/positions_recorded.ts";
import { formatInstant, formatInstantUs } from "../../shared/instant.ts";
import {
  elementSetIdOfRef,
  elementSetOfRef,
} from "../../shared/projection/element_sets/read_element_sets.ts";
import type { StoredElementSet } from "../../shared/projection/element_sets/stored_element_set.ts";
import type { RecordedSample } from "../../shared/projection/last_sample.ts";
import { positionAt } from "../../shared/projection/position_columns.ts";
import type { Projection } from "../../shared/projection/projection.ts";
import type { AgePercentiles } from "../../tle/audit/audit_percentiles.ts";
import { elementAgeHours } from "../../tle/element_age.ts";
import { type ExpectedErrorJson, expectedErrorOf } from "../expected_error.ts";
import { round } from "../round.ts";

/** What a recorded position rests on, as the API answers. */
export interface EvidenceJson {
  norad_id: number;
  name: string;
  position: {
    time: string;
    latitude_deg: number;
    longitude_deg: number;
    altitude_km: number;
  };
  /** Whether it was recorded as it happened, or filled in later. */
  origin: typeof ORIGINS[number];
  /** The event that brought it, and which of the event's samples it is, from 0. */
  log_position: {
    topic: string;
    partition: number;
    offset: number;
    sample: number;
  };
  /** Null where the position names none. */
  element_set: {
    id: string;
    /** These are null where the set itself has not arrived. */
    epoch: string | null;
    /** The position's instant minus epoch, signed. */
    age_hours: number | null;
    source: string | null;
    received_at: string | null;
  } | null;
  expected_timing_error_s: ExpectedErrorJson | null;
}

/** @param percentiles Of this satellite, by age. */
export function evidenceJson(
  projection: Projection,
  { recording, sample }: RecordedSample,
  percentiles: readonly AgePercentiles[],
): EvidenceJson {
  const { noradId, name, topic } = recording;
  const { timeMs, ...place } = positionAt(sample, 0);
  const ref = sample.elementSetRef[0]!;
  const set = elementSetOfRef(projection, ref);
  const id = elementSetIdOfRef(projection, ref);
  return {
    norad_id: noradId,
    name,
    position: {
      time: formatInstant(timeMs),
      latitude_deg: place.latitudeDeg,
      longitude_deg: place.longitudeDeg,
      altitude_km: place.altitudeKm,
    },
    origin: ORIGINS[sample.origin[0]!]!,
    log_position: {
      topic,
      partition: sample.partition[0]!,
      offset: sample.offset[0]!,
      sample: sample.sample[0]!,
    },
    element_set: id === null ? null : { id, ...setJson(set, timeMs) },
    expected_timing_error_s: set && expectedErrorOf(set, timeMs, percentiles),
  };
}

function setJson(set: StoredElementSet | null, timeMs: number) {
  return {
    epoch: set && formatInstantUs(set.epochUs),
    age_hours: set && round(elementAgeHours(set, timeMs), 2),
    source: set && set.source,
    received_at: set && formatInstant(set.receivedMs),
  };
}
