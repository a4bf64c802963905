import { GapFinder } from "../../shared/projection/gaps.ts";
import {
  cutColumns,
  joinColumns,
  type PositionColumns,
} from "../../shared/projection/position_columns.ts";
import type { TimeRangeMs } from "../../shared/projection/time_range.ts";
import type { Projection } from "../../shared/projection/projection.ts";
import { readWindows } from "../../shared/projection/read_windows.ts";
import { createBreather } from "../../shared/breathe.ts";
import type { ChosenSatellite } from "../choose_satellites.ts";
import type { SatellitePositions } from "./satellite_positions.ts";

/** One page of recorded positions. */
export interface PositionsPage {
  readonly satellites: readonly SatellitePositions[];
  /** Where the next page begins, in ms; null at the end of the range. */
  readonly nextMs: number | null;
}

/**
 * Reads all that was recorded from the start of a range on, up to `limit`
 * positions. A page never splits an instant: it holds more than `limit` where
 * more satellites than that share its first one.
 */
export async function readPage(
  projection: Projection,
  satellites: readonly ChosenSatellite[],
  range: TimeRangeMs & { readonly limit: number },
): Promise<PositionsPage> {
  const breathe = createBreather();
  const parts = satellites.map((): PositionColumns[] => []);
  const recordings = satellites.map((satellite) => satellite.recordings);
  let room = range.limit;
  let endMs = range.toMs;
  for await (const window of readWindows(projection, recordings, range)) {
    const found = window.columns.reduce((sum, c) => sum + c.timeMs.length, 0);
    if (found > room) {
      const isFirst = room === range.limit;
      endMs = endOfPage(window.columns, room, isFirst);
    }
    for (const [i, part] of window.columns.entries()) {
      if (part.timeMs.length === 0) continue;
      parts[i]!.push(cutColumns(part, endMs));
      await breathe();
    }
    if (found > room) break;
    room -= found;
  }
  const page = { fromMs: range.fromMs, toMs: endMs };
  const read: SatellitePositions[] = [];
  for (const [i, satellite] of satellites.entries()) {
    const columns = joinColumns(parts[i]!);
    const { timeMs } = columns;
    const gaps = findGaps(projection, satellite, { ...page, timesMs: timeMs });
    read.push({ satellite, columns, gaps, altitude: null });
    await breathe();
  }
  return { satellites: read, nextMs: endMs < range.toMs ? endMs : null };
}

/** The instant of the first position for which there is no room. */
function endOfPage(
  window: readonly PositionColumns[],
  room: number,
  isFirst: boolean,
): number {
  const times = joinColumns(window).timeMs.toSorted();
  const endMs = times[room]!;
  return isFirst && endMs === times[0] ? endMs + 1 : endMs;
}

function findGaps(
  projection: Projection,
  { recordings }: ChosenSatellite,
  page: TimeRangeMs & { readonly timesMs: Float64Array },
): readonly TimeRangeMs[] {
  const finder = new GapFinder(projection, recordings, page);
  finder.addSamples(page.timesMs);
  finder.end();
  return finder.gaps;
}
