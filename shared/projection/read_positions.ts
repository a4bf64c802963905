import {
  appendColumns,
  emptyColumns,
  type PositionColumns,
} from "./position_columns.ts";
import type { TimeRangeMs } from "./position_store.ts";
import type { Projection } from "./projection.ts";
import { type Recording, stretches } from "./recordings.ts";

/**
 * Reads recorded positions of one satellite, earliest first.
 *
 * @param recordings The satellite's topics, the preferred one first.
 * @param range Half-open, ms since 1970; at most `limit` positions of it.
 */
export function readPositions(
  projection: Projection,
  recordings: readonly Recording[],
  range: TimeRangeMs & { readonly limit: number },
): PositionColumns {
  const columns = emptyColumns();
  for (const part of stretches(projection, recordings, range)) {
    const room = range.limit - columns.timeMs.length;
    if (room <= 0) break;
    const page = projection.positions.page(
      part.recording,
      part,
      Math.min(room, Number.MAX_SAFE_INTEGER),
    );
    appendColumns(columns, page);
  }
  return columns;
}
