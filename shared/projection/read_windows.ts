import { createBreather } from "../breathe.ts";
import { cutColumns, type PositionColumns } from "./position_columns.ts";
import type { TimeRangeMs } from "./time_range.ts";
import type { Projection } from "./projection.ts";
import { readMany } from "./read_many.ts";
import { readPositions } from "./read_positions.ts";
import type { Recording } from "./recordings.ts";

/** So many positions are read at a time, which takes some 3 ms. */
const MOST_POSITIONS = 4_000;

/** More satellites than this are read by time, as each has too small a share. */
const MANY_SATELLITES = 200;

/** Of many satellites, so many positions make a window, more or less. */
const WINDOW_POSITIONS = 20_000;

/** What some satellites did in a stretch of time; complete for each of them. */
export interface Window extends TimeRangeMs {
  /** In the order of the satellites given; empty where nothing is. */
  readonly columns: readonly PositionColumns[];
}

type Satellites = readonly (readonly Recording[])[];

/**
 * Reads positions of several satellites side by side, in windows of time that
 * follow each other without a hole, and lets others run meanwhile.
 */
export function readWindows(
  projection: Projection,
  satellites: Satellites,
  range: TimeRangeMs,
): AsyncGenerator<Window> {
  return satellites.length > MANY_SATELLITES
    ? windowsOfMany(projection, satellites, range)
    : windowsOfFew(projection, satellites, range);
}

/** A window ends where the first satellite has used up its share. */
async function* windowsOfFew(
  projection: Projection,
  satellites: Satellites,
  range: TimeRangeMs,
): AsyncGenerator<Window> {
  const breathe = createBreather();
  const limit = Math.floor(MOST_POSITIONS / satellites.length);
  for (let fromMs = range.fromMs; fromMs < range.toMs;) {
    let toMs = range.toMs;
    const read: PositionColumns[] = [];
    for (const recordings of satellites) {
      const columns = readPositions(projection, recordings, {
        fromMs,
        toMs,
        limit,
      });
      if (columns.timeMs.length === limit) toMs = columns.timeMs.at(-1)! + 1;
      read.push(columns);
      await breathe();
    }
    const end = toMs;
    const columns = read.map((satellite) => cutColumns(satellite, end));
    yield { fromMs, toMs, columns };
    fromMs = toMs;
  }
}

/** A window is as long as what was found before, or recorded in all, suggests. */
async function* windowsOfMany(
  projection: Projection,
  satellites: Satellites,
  range: TimeRangeMs,
): AsyncGenerator<Window> {
  const breathe = createBreather();
  let lengthMs = Math.ceil(WINDOW_POSITIONS / positionsAMs(satellites));
  for (let fromMs = range.fromMs; fromMs < range.toMs;) {
    const toMs = Math.min(fromMs + lengthMs, range.toMs);
    const columns: PositionColumns[] = [];
    const window = { fromMs, toMs };
    for (const part of readMany(projection, satellites, window)) {
      columns.push(...part.columns);
      await breathe();
    }
    yield { ...window, columns };
    const found = columns.reduce((sum, { timeMs }) => sum + timeMs.length, 0);
    if (found > 2 * WINDOW_POSITIONS) lengthMs = Math.ceil(lengthMs / 2);
    if (found < WINDOW_POSITIONS / 4) lengthMs *= 2;
    fromMs = toMs;
  }
}

function positionsAMs(satellites: Satellites): number {
  let sum = 0;
  for (const recordings of satellites) {
    for (const { samples, firstMs, lastMs } of recordings) {
      sum += samples / (lastMs - firstMs + 1);
    }
  }
  return sum;
}
