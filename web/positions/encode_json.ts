import { formatInstant } from "../../shared/instant.ts";
import { PieceWriter } from "./piece_writer.ts";
import type { SatellitePositions } from "./satellite_positions.ts";
import {
  LONGEST_NUMBER,
  RisingWriter,
  writeMillionths,
  writeTenThousandths,
} from "./write_digits.ts";
import { LONGEST_INSTANT } from "./write_instant.ts";

/** Of a number in a column, with its comma. */
const LONGEST_ITEM = LONGEST_NUMBER + 1;
const LONGEST_GAP = 2 * LONGEST_INSTANT + 32;
const COMMA = 0x2c;

export interface PositionsAnswer {
  readonly fromMs: number;
  readonly toMs: number;
  readonly bucketMs: number | null;
  readonly satellites: readonly SatellitePositions[];
  readonly nextMs: number | null;
}

/** Writes the answer of `/api/v1/positions` as JSON, piece by piece. */
export function* encodeJson(
  answer: PositionsAnswer,
): Generator<Uint8Array<ArrayBuffer>> {
  const { fromMs, toMs, bucketMs, satellites, nextMs } = answer;
  const out = new PieceWriter();
  out.writeText(
    `{"from":"${formatInstant(fromMs)}","to":"${formatInstant(toMs)}",` +
      `"bucket_seconds":${bucketMs === null ? null : bucketMs / 1000},` +
      `"satellites":[`,
  );
  for (const [i, satellite] of satellites.entries()) {
    if (i > 0) out.writeText(",");
    yield* encodeSatellite(out, satellite);
  }
  const next = nextMs === null ? null : formatInstant(nextMs);
  out.writeText(`],"next":${JSON.stringify(next)}}`);
  yield out.takeLast();
}

type Pieces = Generator<Uint8Array<ArrayBuffer>, void>;

function* encodeSatellite(
  out: PieceWriter,
  { satellite, columns, altitude, gaps }: SatellitePositions,
): Pieces {
  const { noradId, name } = satellite;
  out.writeText(
    `{"norad_id":${noradId},"name":${JSON.stringify(name)},` +
      '"columns":{"time_ms":[',
  );
  yield* encodeColumn(out, columns.timeMs, writeWholes);
  out.writeText('],"latitude_deg":[');
  yield* encodeColumn(out, columns.latitudeE6, writeDegrees);
  out.writeText('],"longitude_deg":[');
  yield* encodeColumn(out, columns.longitudeE6, writeDegrees);
  out.writeText('],"altitude_km":[');
  yield* encodeColumn(out, columns.altitudeE4, writeKilometres);
  if (altitude !== null) {
    out.writeText('],"altitude_min_km":[');
    yield* encodeColumn(out, altitude.minE4, writeKilometres);
    out.writeText('],"altitude_max_km":[');
    yield* encodeColumn(out, altitude.maxE4, writeKilometres);
    out.writeText('],"samples":[');
    yield* encodeColumn(out, altitude.samples, writeWholes);
  }
  out.writeText(']},"gaps":[');
  for (const [i, { fromMs, toMs }] of gaps.entries()) {
    if (out.roomFor(LONGEST_GAP) === 0) yield out.take();
    out.writeText(
      `${i > 0 ? "," : ""}{"from":"${formatInstant(fromMs)}",` +
        `"to":"${formatInstant(toMs)}"}`,
    );
  }
  out.writeText("]}");
}

/** The part of a column from one index up to another. */
interface Slice {
  readonly start: number;
  readonly end: number;
}

function* encodeColumn<T extends Float64Array | Int32Array>(
  out: PieceWriter,
  values: T,
  write: (out: PieceWriter, values: T, slice: Slice) => void,
): Pieces {
  for (let start = 0; start < values.length;) {
    if (out.roomFor(LONGEST_ITEM) === 0) yield out.take();
    const end = Math.min(values.length, start + out.roomFor(LONGEST_ITEM));
    write(out, values, { start, end });
    start = end;
  }
}

// Three loops that look alike: in one with the function to call as an
// argument, each value would cost a call.

function writeWholes(
  out: PieceWriter,
  values: Float64Array,
  { start, end }: Slice,
): void {
  const { view } = out;
  let { at } = out;
  const rising = new RisingWriter();
  for (let i = start; i < end; i++) {
    if (i > 0) view.setUint8(at++, COMMA);
    at = rising.write(view, at, values[i]!);
  }
  out.at = at;
}

function writeDegrees(
  out: PieceWriter,
  values: Int32Array,
  { start, end }: Slice,
): void {
  const { view } = out;
  let { at } = out;
  for (let i = start; i < end; i++) {
    if (i > 0) view.setUint8(at++, COMMA);
    at = writeMillionths(view, at, values[i]!);
  }
  out.at = at;
}

function writeKilometres(
  out: PieceWriter,
  values: Float64Array,
  { start, end }: Slice,
): void {
  const { view } = out;
  let { at } = out;
  for (let i = start; i < end; i++) {
    if (i > 0) view.setUint8(at++, COMMA);
    at = writeTenThousandths(view, at, values[i]!);
  }
  out.at = at;
}
