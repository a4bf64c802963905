import type { Projection } from "../../shared/projection/projection.ts";
import { readChunks } from "../../shared/projection/read_positions.ts";
import {
  MANY_SATELLITES,
  readMany,
} from "../../shared/projection/read_many.ts";
import {
  HOUR_MS,
  type TimeRangeMs,
} from "../../shared/projection/time_range.ts";
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
  if (
    satellites.length > MANY_SATELLITES &&
    range.toMs - range.fromMs <= HOUR_MS
  ) return yield* readTogether(projection, satellites, range);
  for (const satellite of satellites) {
    for (const columns of readChunks(projection, satellite.recordings, range)) {
      yield { satellite, columns, altitude: null };
    }
  }
}

function* readTogether(
  projection: Projection,
  satellites: readonly ChosenSatellite[],
  range: TimeRangeMs,
): Generator<PositionsPart> {
  const recordings = satellites.map((satellite) => satellite.recordings);
  for (const part of readMany(projection, recordings, range)) {
    for (const [i, columns] of part.columns.entries()) {
      const satellite = satellites[part.index + i]!;
      yield { satellite, columns, altitude: null };
    }
  }
}
