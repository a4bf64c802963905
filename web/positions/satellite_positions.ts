import type { PositionColumns } from "../../shared/projection/position_columns.ts";
import type { TimeRangeMs } from "../../shared/projection/position_store.ts";
import type { ChosenSatellite } from "../choose_satellites.ts";

/** Positions of one satellite, on their way into an answer. */
export interface SatellitePositions {
  readonly satellite: ChosenSatellite;
  readonly columns: PositionColumns;
  /** What each bucket holds beside its position; null for raw positions. */
  readonly altitude: {
    readonly minE4: readonly number[];
    readonly maxE4: readonly number[];
    readonly samples: readonly number[];
  } | null;
  readonly gaps: readonly TimeRangeMs[];
}
