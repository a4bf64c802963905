import { ChangeSet } from "../projector/writing/change_set.ts";
import type { Changes } from "../projector/writing/changes.ts";
import { DEGREES, KILOMETRES } from "../shared/events/resolution.ts";
import { MINUTE_MS } from "../shared/projection/time_range.ts";
import { createOrbit, type Orbit } from "../tle/orbit.ts";
import { elementSetId } from "../tle/element_set_id.ts";
import { parseTleFile } from "../tle/formats/parse_tle.ts";
import { PropagationError } from "../tle/propagation_error.ts";
import { readSharedData } from "../tle/testdata/shared_data.ts";

const FILE = "catalog/active_2026-08-22_crlf.3le.gz";

/** When its elements are some hours old: a whole day. */
export const CATALOGUE_START_MS = Date.UTC(2026, 7, 23);

const EVENT_SATELLITES = 1_000;
const PARTITIONS = 4;

interface Satellite {
  readonly noradId: number;
  readonly name: string;
  readonly elementSetId: string;
  readonly latitudeE6: Int32Array;
  readonly longitudeE6: Int32Array;
  readonly altitudeE4: Float64Array;
}

/**
 * Real satellites, propagated for some minutes from the start on, and their
 * positions as the projector has them from events of a thousand satellites, on
 * a topic of four partitions.
 */
export class Catalogue {
  readonly #satellites: readonly Satellite[];

  /**
   * @param one Of so many satellites one is taken.
   * @throws {Error} If the shared reference data is not there.
   */
  constructor(minutes: number, { one } = { one: 1 }) {
    const { elementSets } = parseTleFile(readSharedData(FILE));
    this.#satellites = elementSets
      .filter((_, i) => i % one === 0)
      .flatMap((set) => propagate(createOrbit(set), minutes) ?? []);
  }

  get size(): number {
    return this.#satellites.length;
  }

  /**
   * What some ticks change.
   *
   * @param ticks Their numbers, from which to which.
   * @param options.stepMs Between two of them; where they are is always as
   * if that were a minute.
   */
  changes(
    [from, to]: readonly [number, number],
    { stepMs = MINUTE_MS, satellites = this.size } = {},
  ): Changes {
    const changes = new ChangeSet();
    for (let tick = from; tick < to; tick++) {
      const timeMs = CATALOGUE_START_MS + tick * stepMs;
      for (let at = 0; at < satellites; at += EVENT_SATELLITES) {
        const event = at / EVENT_SATELLITES;
        const end = Math.min(at + EVENT_SATELLITES, satellites);
        const place = {
          topic: "catalogue_topic",
          partition: event % PARTITIONS,
          offset: tick * Math.ceil(this.size / EVENT_SATELLITES) + event,
        };
        const samples = this.#satellites.slice(at, end);
        samples.forEach((satellite, i) => {
          const position = positionAt(satellite, tick, timeMs);
          changes.addPosition(position, place, i);
        });
        const { offset } = place;
        const record = { offset, key: null, value: null, timestampMs: timeMs };
        changes.addProgress(place, record, { positions: samples.length });
      }
    }
    return changes.take();
  }
}

function positionAt(satellite: Satellite, tick: number, timeMs: number) {
  const { noradId, name, elementSetId } = satellite;
  const minute = tick % satellite.latitudeE6.length;
  return {
    noradId,
    name,
    timeMs,
    latitudeE6: satellite.latitudeE6[minute]!,
    longitudeE6: satellite.longitudeE6[minute]!,
    altitudeE4: satellite.altitudeE4[minute]!,
    origin: 0,
    elementSetId,
  };
}

/** Null for what cannot be propagated. */
function propagate(orbit: Orbit, minutes: number): Satellite | null {
  const { elementSet } = orbit;
  const satellite = {
    noradId: elementSet.noradId,
    name: elementSet.name ?? String(elementSet.noradId),
    elementSetId: elementSetId(elementSet),
    latitudeE6: new Int32Array(minutes),
    longitudeE6: new Int32Array(minutes),
    altitudeE4: new Float64Array(minutes),
  };
  try {
    for (let i = 0; i < minutes; i++) {
      const place = orbit.positionAt(CATALOGUE_START_MS + i * MINUTE_MS);
      satellite.latitudeE6[i] = Math.round(place.latitudeDeg * DEGREES);
      satellite.longitudeE6[i] = Math.round(place.longitudeDeg * DEGREES);
      satellite.altitudeE4[i] = Math.round(place.altitudeKm * KILOMETRES);
    }
    return satellite;
  } catch (error) {
    if (error instanceof PropagationError) return null;
    throw error;
  }
}
