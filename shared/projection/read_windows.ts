import { createBreather } from "../breathe.ts";
import { cutColumns, type PositionColumns } from "./position_columns.ts";
import { HOUR_MS, type TimeRangeMs } from "./time_range.ts";
import type { Projection } from "./projection.ts";
import { MANY_SATELLITES, readMany } from "./read_many.ts";
import { readPositions } from "./read_positions.ts";
import type { Recording } from "./recordings.ts";

/** So many positions are read at a time, which takes some 3 ms. */
const MOST_POSITIONS = 4_000;

/** Of many satellites, so many positions make a window, more or less. */
const WINDOW_POSITIONS = 20_000;

/** In a longer one, a few satellites alone could have too many. */
const LONGEST_WINDOW_MS = 6 * HOUR_MS;

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

/**
 * A window is as long as what was found before, or recorded in all, suggests.
 * One that holds far more, as where recording goes on after a gap, is left and
 * read again as a shorter one.
 */
async function* windowsOfMany(
  projection: Projection,
  satellites: Satellites,
  range: TimeRangeMs,
): AsyncGenerator<Window> {
  const breathe = createBreather();
  const firstMs = firstTimeMs(satellites);
  let lengthMs = lengthFor(positionsAMs(satellites));
  for (let fromMs = range.fromMs; fromMs < range.toMs;) {
    // What is before all of them takes no window of its own.
    const startMs = Math.max(fromMs, Math.min(firstMs, range.toMs - 1));
    const toMs = Math.min(startMs + lengthMs, range.toMs);
    const window = { fromMs, toMs };
    const columns: PositionColumns[] = [];
    let found = 0;
    for (const part of readMany(projection, satellites, window)) {
      columns.push(...part.columns);
      for (const { timeMs } of part.columns) found += timeMs.length;
      if (found > 2 * WINDOW_POSITIONS && toMs - startMs > 1) break;
      await breathe();
    }
    const share = columns.length / satellites.length;
    if (share === 1) {
      yield { ...window, columns };
      fromMs = toMs;
    }
    if (found > 2 * WINDOW_POSITIONS) {
      lengthMs = lengthFor(found / share / (toMs - startMs));
    } else if (found < WINDOW_POSITIONS / 4) {
      lengthMs = Math.min(2 * lengthMs, LONGEST_WINDOW_MS);
    }
  }
}

function lengthFor(positionsAMs: number): number {
  const lengthMs = Math.floor(WINDOW_POSITIONS / positionsAMs);
  return Math.max(1, Math.min(lengthMs, LONGEST_WINDOW_MS));
}

function firstTimeMs(satellites: Satellites): number {
  let least = Infinity;
  for (const recordings of satellites) {
    for (const { firstMs } of recordings) least = Math.min(least, firstMs);
  }
  return least;
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
