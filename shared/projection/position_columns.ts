import { DEGREES, KILOMETRES } from "../events/resolution.ts";

/**
 * Positions in order of time, as columns of scaled whole numbers, the
 * resolution at which events carry them: 1e-6 degrees and 1e-4 km.
 */
export interface PositionColumns {
  readonly timeMs: Float64Array;
  readonly latitudeE6: Int32Array;
  readonly longitudeE6: Int32Array;
  readonly altitudeE4: Float64Array;
}

/** Columns to be filled. */
export function createColumns(length: number): PositionColumns {
  return {
    timeMs: new Float64Array(length),
    latitudeE6: new Int32Array(length),
    longitudeE6: new Int32Array(length),
    altitudeE4: new Float64Array(length),
  };
}

/** One position, in degrees and km. */
export interface Position {
  readonly timeMs: number;
  readonly latitudeDeg: number;
  readonly longitudeDeg: number;
  readonly altitudeKm: number;
}

export function positionAt(columns: PositionColumns, index: number): Position {
  return {
    timeMs: columns.timeMs[index]!,
    latitudeDeg: columns.latitudeE6[index]! / DEGREES,
    longitudeDeg: columns.longitudeE6[index]! / DEGREES,
    altitudeKm: columns.altitudeE4[index]! / KILOMETRES,
  };
}

/** All entries of all parts; the part itself where it is the only one. */
export function joinColumns(parts: readonly PositionColumns[]) {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  const joined = createColumns(
    parts.reduce((sum, { timeMs }) => sum + timeMs.length, 0),
  );
  let at = 0;
  for (const part of parts) {
    joined.timeMs.set(part.timeMs, at);
    joined.latitudeE6.set(part.latitudeE6, at);
    joined.longitudeE6.set(part.longitudeE6, at);
    joined.altitudeE4.set(part.altitudeE4, at);
    at += part.timeMs.length;
  }
  return joined;
}

/** The entries from one index up to another: a view, not a copy. */
export function sliceColumns(
  columns: PositionColumns,
  start: number,
  end: number,
): PositionColumns {
  const { timeMs, latitudeE6, longitudeE6, altitudeE4 } = columns;
  if (start === 0 && end >= timeMs.length) return columns;
  return {
    timeMs: timeMs.subarray(start, end),
    latitudeE6: latitudeE6.subarray(start, end),
    longitudeE6: longitudeE6.subarray(start, end),
    altitudeE4: altitudeE4.subarray(start, end),
  };
}

/** The entries earlier than `endMs`. */
export function cutColumns(
  columns: PositionColumns,
  endMs: number,
): PositionColumns {
  return sliceColumns(columns, 0, indexOfTime(columns.timeMs, endMs));
}

/** The index of the first of rising times that is not earlier than one. */
export function indexOfTime(timesMs: Float64Array, timeMs: number): number {
  let low = 0;
  let high = timesMs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (timesMs[middle]! < timeMs) low = middle + 1;
    else high = middle;
  }
  return low;
}
