import type { PositionColumns } from "./position_columns.ts";
import type { Projection } from "./projection.ts";
import { readPositions } from "./read_positions.ts";
import type { Recording } from "./recordings.ts";
import type { TimeRangeMs } from "./time_range.ts";

/** More satellites than this are read together, not one after the other. */
export const MANY_SATELLITES = 200;

/**
 * Reads all that was recorded of many satellites in a short range: those that
 * are on one topic together, which takes a tenth of the time.
 *
 * @param satellites Of each its recordings, the preferred one first.
 * @returns For some satellites after the other the index of the first of them
 * and their positions, so that the caller can do other things in between.
 */
export function* readMany(
  projection: Projection,
  satellites: readonly (readonly Recording[])[],
  range: TimeRangeMs,
): Generator<{ readonly index: number; readonly columns: PositionColumns[] }> {
  for (let index = 0; index < satellites.length;) {
    let end = index;
    while (end < satellites.length && satellites[end]!.length === 1) end++;
    const alone = satellites.slice(index, end).map(([only]) => only!);
    for (const columns of projection.positions.many(alone, range)) {
      yield { index, columns };
      index += columns.length;
    }
    if (end === satellites.length) return;
    const options = { ...range, limit: Infinity };
    yield {
      index,
      columns: [readPositions(projection, satellites[end]!, options)],
    };
    index++;
  }
}
