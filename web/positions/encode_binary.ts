import { KILOMETRES } from "../../shared/events/resolution.ts";
import {
  type PositionColumns,
  sliceColumns,
} from "../../shared/projection/position_columns.ts";
import type { PositionsPart } from "./satellite_positions.ts";

const HEADER_BYTES = 8;
const POSITION_BYTES = 24;
const END_BYTES = 16;

/** Positions of a block at most, so that none is too large for memory. */
const MOST_POSITIONS = 10_000;

/** Bytes that are put together before they are sent. */
const PIECE_BYTES = 393_216;

const NOTHING = new Uint8Array();

/**
 * Writes raw positions as blocks of binary columns, and an end by which a
 * reader knows that it has everything; DESIGN.md tells the format. It yields
 * after each part, if only nothing, so that others can run.
 *
 * The views lie over the bytes as they are in memory, which are little-endian
 * on all machines that Deno runs on.
 */
export function* encodeBinary(
  parts: Iterable<PositionsPart>,
): Generator<Uint8Array<ArrayBuffer>> {
  let piece = new Uint8Array(PIECE_BYTES);
  let at = 0;
  let total = 0;
  for (const { satellite, columns } of parts) {
    const { length } = columns.timeMs;
    for (let start = 0; start < length; start += MOST_POSITIONS) {
      const block = sliceColumns(columns, start, start + MOST_POSITIONS);
      const n = block.timeMs.length;
      const bytes = HEADER_BYTES + n * POSITION_BYTES;
      if (at + bytes + END_BYTES > PIECE_BYTES) {
        yield piece.subarray(0, at);
        piece = new Uint8Array(PIECE_BYTES);
        at = 0;
      }
      new Uint32Array(piece.buffer, at, 2).set([satellite.noradId, n]);
      writeColumns(piece.buffer, at + HEADER_BYTES, block);
      at += bytes;
      total += n;
    }
    yield NOTHING;
  }
  new Float64Array(piece.buffer, at + HEADER_BYTES, 1)[0] = total;
  yield piece.subarray(0, at + END_BYTES);
}

function writeColumns(
  buffer: ArrayBuffer,
  at: number,
  { timeMs, latitudeE6, longitudeE6, altitudeE4 }: PositionColumns,
): void {
  const n = timeMs.length;
  new Float64Array(buffer, at, n).set(timeMs);
  const altitudeKm = new Float64Array(buffer, at + 8 * n, n);
  for (let i = 0; i < n; i++) altitudeKm[i] = altitudeE4[i]! / KILOMETRES;
  new Int32Array(buffer, at + 16 * n, n).set(latitudeE6);
  new Int32Array(buffer, at + 20 * n, n).set(longitudeE6);
}
