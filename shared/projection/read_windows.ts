import { cutColumns, type PositionColumns } from "./position_columns.ts";
import type { TimeRangeMs } from "./time_range.ts";
import type { Projection } from "./projection.ts";
import { readPositions } from "./read_positions.ts";
import type { Recording } from "./recordings.ts";

/** So many positions are read at a time, which takes some 3 ms. */
const MOST_POSITIONS = 4_000;
const LEAST_A_SATELLITE = 20;

/** What some satellites did in a stretch of time; complete for each of them. */
export interface Window extends TimeRangeMs {
  /** In the order of the satellites given; empty where nothing is. */
  readonly columns: readonly PositionColumns[];
}

/**
 * Reads positions of several satellites side by side, in windows of time that
 * follow each other without a hole. A window ends where the first satellite
 * has used up its share of what is read at a time.
 */
export function* readWindows(
  projection: Projection,
  satellites: readonly (readonly Recording[])[],
  range: TimeRangeMs,
): Generator<Window> {
  const share = Math.floor(MOST_POSITIONS / satellites.length);
  const limit = Math.max(share, LEAST_A_SATELLITE);
  for (let fromMs = range.fromMs; fromMs < range.toMs;) {
    let toMs = range.toMs;
    const read = satellites.map((recordings) => {
      const columns = readPositions(projection, recordings, {
        fromMs,
        toMs,
        limit,
      });
      if (columns.timeMs.length === limit) toMs = columns.timeMs.at(-1)! + 1;
      return columns;
    });
    const end = toMs;
    const columns = read.map((satellite) => cutColumns(satellite, end));
    yield { fromMs, toMs, columns };
    fromMs = toMs;
  }
}
