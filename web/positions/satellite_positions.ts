import type { PositionColumns } from "../../shared/projection/position_columns.ts";
import type { TimeRangeMs } from "../../shared/projection/time_range.ts";
import type { ChosenSatellite } from "../choose_satellites.ts";

/** Positions of one satellite in order of time, some or all of a range. */
export interface PositionsPart {
  readonly satellite: ChosenSatellite;
  readonly columns: PositionColumns;
  /** What each bucket holds beside its position; null for raw positions. */
  readonly altitude: {
    readonly minE4: Float64Array;
    readonly maxE4: Float64Array;
    readonly samples: Float64Array;
  } | null;
}

/** All positions of one satellite, on their way into an answer. */
export interface SatellitePositions extends PositionsPart {
  readonly gaps: readonly TimeRangeMs[];
}

/** How many positions there are in all parts. */
export function countPositions(parts: readonly PositionsPart[]): number {
  return parts.reduce((sum, { columns }) => sum + columns.timeMs.length, 0);
}
