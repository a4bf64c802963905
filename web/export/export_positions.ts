import type { Projection } from "../../shared/projection/projection.ts";
import type { TimeRangeMs } from "../../shared/projection/time_range.ts";
import {
  chooseSatellites,
  type ChosenSatellite,
} from "../choose_satellites.ts";
import { readParts } from "../positions/read_parts.ts";
import type { PositionsPart } from "../positions/satellite_positions.ts";
import type { ExportRequest } from "./export_request.ts";
import { makeNewFile } from "./new_file.ts";
import { writeSqlite } from "./write_sqlite.ts";
import { type ByteSink, writeText } from "./write_text.ts";

export interface ExportOptions {
  readonly signal: AbortSignal;
  /** Told how much of the work is done, from 0 to 1. */
  readonly onProgress: (share: number, positions: number) => void;
  readonly stdout: ByteSink;
}

/** Writes a range of a projection where it was asked for; counts positions. */
export async function exportPositions(
  projection: Projection,
  request: ExportRequest,
  { signal, onProgress, stdout }: ExportOptions,
): Promise<number> {
  const { range, format, out } = request;
  const { noradIds, topic } = request;
  const chosen = await chooseSatellites(projection, noradIds, topic);
  let positions = 0;
  let wholeMs = 0;
  const extents = new Map(chosen.map((satellite) => {
    const { fromMs, ms } = extentMs(satellite, range);
    const doneMs = wholeMs;
    wholeMs += ms;
    return [satellite, { fromMs, doneMs }];
  }));
  const parts = counted(readParts(projection, chosen, range), (part) => {
    positions += part.columns.timeMs.length;
    const { fromMs, doneMs } = extents.get(part.satellite)!;
    const lastMs = part.columns.timeMs.at(-1) ?? fromMs;
    onProgress((doneMs + lastMs - fromMs) / wholeMs, positions);
  });
  if (out === null) {
    if (format === "sqlite") throw new RangeError("a database needs a file");
    await writeText(parts, { format, sink: stdout, signal });
  } else {
    await makeNewFile(out, async (path) => {
      if (format === "sqlite") {
        return await writeSqlite(parts, { path, signal });
      }
      using sink = await Deno.open(path, { write: true, createNew: true });
      await writeText(parts, { format, sink, signal });
    });
  }
  return positions;
}

/** Tells of each part when it is used up. */
function* counted(
  parts: Iterable<PositionsPart>,
  tell: (part: PositionsPart) => void,
): Generator<PositionsPart> {
  for (const part of parts) {
    yield part;
    tell(part);
  }
}

/** How much of a range has been recorded of a satellite, gaps included. */
function extentMs({ recordings }: ChosenSatellite, range: TimeRangeMs) {
  const firstMs = Math.min(...recordings.map(({ firstMs }) => firstMs));
  const lastMs = Math.max(...recordings.map(({ lastMs }) => lastMs));
  const fromMs = Math.max(range.fromMs, firstMs);
  return { fromMs, ms: Math.max(0, Math.min(range.toMs, lastMs) - fromMs) };
}
