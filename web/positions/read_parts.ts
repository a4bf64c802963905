import type { Projection } from "../../shared/projection/projection.ts";
import { readChunks } from "../../shared/projection/read_positions.ts";
import type { TimeRangeMs } from "../../shared/projection/time_range.ts";
import type { ChosenSatellite } from "../choose_satellites.ts";
import type { PositionsPart } from "./satellite_positions.ts";

/**
 * Reads all that was recorded in a range, satellite after satellite, an hour
 * at a time: what has come is not kept.
 */
export function* readParts(
  projection: Projection,
  satellites: readonly ChosenSatellite[],
  range: TimeRangeMs,
): Generator<PositionsPart> {
  for (const satellite of satellites) {
    for (const columns of readChunks(projection, satellite.recordings, range)) {
      yield { satellite, columns, altitude: null };
    }
  }
}
