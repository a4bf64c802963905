import { DEGREES, KILOMETRES } from "../events/resolution.ts";

/**
 * Positions as columns of scaled whole numbers, the resolution at which
 * events carry them: 1e-6 degrees and 1e-4 km.
 */
export interface PositionColumns {
  readonly timeMs: number[];
  readonly latitudeE6: number[];
  readonly longitudeE6: number[];
  readonly altitudeE4: number[];
}

export function emptyColumns(): PositionColumns {
  return { timeMs: [], latitudeE6: [], longitudeE6: [], altitudeE4: [] };
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

/** Appends all entries of `more`. */
export function appendColumns(
  to: PositionColumns,
  more: PositionColumns,
): void {
  for (let i = 0; i < more.timeMs.length; i++) {
    to.timeMs.push(more.timeMs[i]!);
    to.latitudeE6.push(more.latitudeE6[i]!);
    to.longitudeE6.push(more.longitudeE6[i]!);
    to.altitudeE4.push(more.altitudeE4[i]!);
  }
}

/** The entries earlier than `endMs`, of columns in order of time. */
export function cutColumns(
  columns: PositionColumns,
  endMs: number,
): PositionColumns {
  const after = columns.timeMs.findIndex((timeMs) => timeMs >= endMs);
  if (after < 0) return columns;
  return {
    timeMs: columns.timeMs.slice(0, after),
    latitudeE6: columns.latitudeE6.slice(0, after),
    longitudeE6: columns.longitudeE6.slice(0, after),
    altitudeE4: columns.altitudeE4.slice(0, after),
  };
}
