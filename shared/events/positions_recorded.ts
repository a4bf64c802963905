import { z } from "zod";
import { DEGREES, KILOMETRES } from "./resolution.ts";
import { type Column, columnOf, MAX_SAMPLES, toColumn } from "./column.ts";

/**
 * How a position came to be: as it happened, or for a time already past. The
 * earlier one in this list wins a key; rows hold its place here.
 */
export const ORIGINS = ["live", "backfill"] as const;
export type Origin = typeof ORIGINS[number];

/** Longest span of one event, so that a time can be turned into an offset. */
export const MAX_SPAN_MS = 3_600_000;

/** Later than any sensible sample, in ms since 1970: 2100-01-01. */
const LATEST_MS = 4_102_444_800_000;

/** From the centre of the Earth to beyond all that orbits it. */
const LEAST_ALTITUDE_KM = -6_400;
const MOST_ALTITUDE_KM = 2_000_000;

/** What a sample may hold; see the schema for what it means. */
export const timeMs = z.int().min(0).max(LATEST_MS);
export const latitudeDeg = z.number().min(-90).max(90);
export const longitudeDeg = z.number().min(-180).max(180);
export const altitudeKm = z.number().min(LEAST_ALTITUDE_KM)
  .max(MOST_ALTITUDE_KM);

const head = {
  type: z.literal("PositionsRecorded"),
  version: z.literal(1),
};

const sample = {
  norad_id: z.int().min(1).max(999_999_999),
  name: z.string().min(1).max(100),
  time_ms: timeMs,
  latitude_deg: latitudeDeg,
  longitude_deg: longitudeDeg,
  altitude_km: altitudeKm,
  element_set: z.string().regex(/^[0-9a-f]{12}$/).nullable(),
  origin: z.enum(ORIGINS),
};

/**
 * Positions of one satellite or several, one sample or many, as columns.
 * Geodetic latitude and longitude on WGS84 in degrees, altitude in km.
 */
export const positionsRecordedSchema = z.object({
  ...head,
  norad_id: columnOf(sample.norad_id),
  name: columnOf(sample.name),
  time_ms: columnOf(sample.time_ms),
  latitude_deg: columnOf(sample.latitude_deg),
  longitude_deg: columnOf(sample.longitude_deg),
  altitude_km: columnOf(sample.altitude_km),
  element_set: columnOf(sample.element_set),
  origin: columnOf(sample.origin),
});

/**
 * The same for an event of one sample, as those are that come live: it takes
 * half the time to check.
 */
export const oneSampleSchema = z.object({ ...head, ...sample });

export type PositionsRecorded = z.infer<typeof positionsRecordedSchema>;

/** One position to be recorded. */
export interface RecordedPosition {
  readonly noradId: number;
  readonly name: string;
  readonly timeMs: number;
  readonly latitudeDeg: number;
  readonly longitudeDeg: number;
  readonly altitudeKm: number;
  /** Id of the element set that it was computed from; null if unknown. */
  readonly elementSetId: string | null;
  readonly origin: Origin;
}

/**
 * Makes one event of positions, rounded to 1e-6 degrees and 1e-4 km.
 *
 * @throws {RangeError} If there are none or more than 20,000, if one is
 * nowhere on Earth or above it, or if they span more than an hour.
 */
export function positionsRecorded(
  positions: readonly RecordedPosition[],
): PositionsRecorded {
  const column = <T>(of: (position: RecordedPosition) => T) =>
    toColumn(positions.map(of)) as T | T[];
  const event: PositionsRecorded = {
    type: "PositionsRecorded",
    version: 1,
    norad_id: column((p) => p.noradId),
    name: column((p) => p.name),
    time_ms: column((p) => p.timeMs),
    latitude_deg: column((p) => round(p.latitudeDeg, DEGREES)),
    longitude_deg: column((p) => round(p.longitudeDeg, DEGREES)),
    altitude_km: column((p) => round(p.altitudeKm, KILOMETRES)),
    element_set: column((p) => p.elementSetId),
    origin: column((p) => p.origin),
  };
  const fault = positionsFault(positions) ?? columnsFault(event);
  if (fault !== null) {
    throw new RangeError(`Cannot make a PositionsRecorded event as ${fault}`);
  }
  return event;
}

function positionsFault(positions: readonly RecordedPosition[]): string | null {
  const count = positions.length;
  if (count === 0 || count > MAX_SAMPLES) {
    return `it must hold 1 to ${MAX_SAMPLES} positions: current value is ${count}`;
  }
  const wrong = positions.find((p) => !isPlace(p));
  if (wrong === undefined) return null;
  const { latitudeDeg, longitudeDeg, altitudeKm } = wrong;
  return "each must have a latitude, longitude and altitude: current value " +
    `is ${latitudeDeg}, ${longitudeDeg}, ${altitudeKm}`;
}

// Written so that NaN fails it as well.
function isPlace(position: RecordedPosition): boolean {
  const { latitudeDeg, longitudeDeg, altitudeKm } = position;
  return Math.abs(latitudeDeg) <= 90 && Math.abs(longitudeDeg) <= 180 &&
    altitudeKm >= LEAST_ALTITUDE_KM && altitudeKm <= MOST_ALTITUDE_KM;
}

/** How many samples an event holds. */
export function sampleCount(event: PositionsRecorded): number {
  for (const column of columnsOf(event)) {
    if (Array.isArray(column)) return column.length;
  }
  return 1;
}

/** Time of the event's last sample, in ms since 1970. */
export function lastSampleMs(event: PositionsRecorded): number {
  return extremes(event.time_ms)[1];
}

/** What is wrong among the columns, each of them being right; or null. */
export function columnsFault(event: PositionsRecorded): string | null {
  const count = sampleCount(event);
  for (const column of columnsOf(event)) {
    if (Array.isArray(column) && column.length !== count) {
      return `its columns must be of one length: current values are ${count} and ${column.length}`;
    }
  }
  const [first, last] = extremes(event.time_ms);
  if (last - first > MAX_SPAN_MS) {
    return `it must span at most one hour: current value is ${
      (last - first) / 1000
    } s`;
  }
  return null;
}

function columnsOf(event: PositionsRecorded): Column<unknown>[] {
  return [
    event.time_ms,
    event.latitude_deg,
    event.longitude_deg,
    event.altitude_km,
    event.norad_id,
    event.name,
    event.element_set,
    event.origin,
  ];
}

function extremes(times: Column<number>): [first: number, last: number] {
  if (!Array.isArray(times)) return [times as number, times as number];
  let [first, last] = [Infinity, -Infinity];
  for (const time of times) {
    if (time < first) first = time;
    if (time > last) last = time;
  }
  return [first, last];
}

function round(value: number, scale: number): number {
  // Added to, as JSON has no -0.
  return Math.round(value * scale) / scale + 0;
}
