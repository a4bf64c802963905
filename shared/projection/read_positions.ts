import { joinColumns, type PositionColumns } from "./position_columns.ts";
import type { Projection } from "./projection.ts";
import { recordedHours, type Recording } from "./recordings.ts";
import type { TimeRangeMs } from "./time_range.ts";

/**
 * Reads recorded positions of one satellite, earliest first.
 *
 * @param recordings The satellite's topics, the preferred one first.
 * @param range Half-open, ms since 1970; at most `limit` positions of it.
 */
export function readPositions(
  projection: Projection,
  recordings: readonly Recording[],
  { limit, ...range }: TimeRangeMs & { readonly limit: number },
): PositionColumns {
  const parts: PositionColumns[] = [];
  let room = limit;
  if (room <= 0) return joinColumns(parts);
  for (const hour of recordedHours(projection, recordings, range)) {
    const part = projection.positions.positions(hour, range, room);
    parts.push(part);
    room -= part.timeMs.length;
    if (room <= 0) break;
  }
  return joinColumns(parts);
}

/**
 * Reads all recorded positions of one satellite within a range, earliest
 * first, an hour at a time: what has come is not kept.
 */
export function* readChunks(
  projection: Projection,
  recordings: readonly Recording[],
  range: TimeRangeMs,
): Generator<PositionColumns> {
  for (const hour of recordedHours(projection, recordings, range)) {
    yield projection.positions.positions(hour, range);
  }
}
