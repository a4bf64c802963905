import { createBreather } from "../../shared/breathe.ts";
import { formatInstant } from "../../shared/instant.ts";
import {
  positionAt,
  type PositionColumns,
} from "../../shared/projection/position_columns.ts";
import type { TimeRangeMs } from "../../shared/projection/time_range.ts";
import type { Projection } from "../../shared/projection/projection.ts";
import { readWindows } from "../../shared/projection/read_windows.ts";
import type { ChosenSatellite } from "../choose_satellites.ts";
import { readThinned } from "../positions/read_thinned.ts";
import type { SatellitePositions } from "../positions/satellite_positions.ts";
import { Frame, type FramePosition } from "./frame.ts";
import { formatStreamId, type Told } from "./stream_id.ts";

export interface FramesOptions extends TimeRangeMs {
  /** Null for all that was recorded. */
  readonly bucketMs: number | null;
  /** What the client knows of the projection, for the frames' ids. */
  readonly told: Told;
}

/** Some frames in order of time, and the gaps found among them. */
export interface FrameBatch {
  readonly frames: readonly Frame[];
  readonly gaps: readonly { norad_id: number; from: string; to: string }[];
}

/** Positions made into frames at a time. */
const MOST_POSITIONS = 2_000;
/** Since all satellites are looked at for it. */
const LEAST_A_SATELLITE = 20;
const COLUMNS_A_TURN = 256;

/** Reads a range of the past as the frames of a stream, batch by batch. */
export async function* rangeFrames(
  projection: Projection,
  satellites: readonly ChosenSatellite[],
  { bucketMs, told, ...range }: FramesOptions,
): AsyncGenerator<FrameBatch> {
  const noradIds = satellites.map(({ noradId }) => noradId);
  if (bucketMs === null) {
    const recordings = satellites.map((satellite) => satellite.recordings);
    for await (
      const { columns } of readWindows(projection, recordings, range)
    ) {
      yield* framesOf(noradIds, columns, told);
    }
    return;
  }
  const thinned = await readThinned(projection, satellites, {
    ...range,
    bucketMs,
  });
  yield* framesOf(noradIds, thinned.map(({ columns }) => columns), told);
  yield { frames: [], gaps: thinned.flatMap(gapsJson) };
}

function gapsJson({ satellite, gaps }: SatellitePositions) {
  return gaps.map(({ fromMs, toMs }) => ({
    norad_id: satellite.noradId,
    from: formatInstant(fromMs),
    to: formatInstant(toMs),
  }));
}

/** Merges columns of several satellites, some positions at a time. */
async function* framesOf(
  noradIds: readonly number[],
  columns: readonly PositionColumns[],
  told: Told,
): AsyncGenerator<FrameBatch> {
  const breathe = createBreather();
  const share = Math.max(
    Math.ceil(MOST_POSITIONS / noradIds.length),
    LEAST_A_SATELLITE,
  );
  const at = columns.map(() => 0);
  for (let endMs = 0; endMs < Infinity;) {
    // Where the first satellite has used up its share.
    endMs = columns.reduce(
      (end, { timeMs }, i) => Math.min(end, timeMs[at[i]! + share] ?? end),
      Infinity,
    );
    const byTime = new Map<number, FramePosition[]>();
    for (const [i, column] of columns.entries()) {
      for (; column.timeMs[at[i]!]! < endMs; at[i]!++) {
        const position = {
          noradId: noradIds[i]!,
          ...positionAt(column, at[i]!),
        };
        const others = byTime.get(position.timeMs);
        if (others === undefined) byTime.set(position.timeMs, [position]);
        else others.push(position);
      }
      if (i % COLUMNS_A_TURN === 0) await breathe();
    }
    const times = [...byTime.keys()].sort((a, b) => a - b);
    const frames = times.map((timeMs) =>
      new Frame(byTime.get(timeMs)!, formatStreamId({ timeMs, ...told }))
    );
    yield { frames, gaps: [] };
  }
}
