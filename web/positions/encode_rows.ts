import { PieceWriter } from "./piece_writer.ts";
import type { PositionsPart } from "./satellite_positions.ts";
import {
  LONGEST_NUMBER,
  writeMillionths,
  writeTenThousandths,
  writeWhole,
} from "./write_digits.ts";
import { LONGEST_INSTANT, writeInstant } from "./write_instant.ts";

/** What is written between the values of a row. */
export interface RowLayout {
  /** Before the first row; the empty text for nothing. */
  readonly head: string;
  /** Before the time of a row of this satellite. */
  readonly start: (noradId: number, name: string) => string;
  /** Before each value after the time. */
  readonly between: readonly string[];
  readonly end: string;
}

/** A layout for one satellite, as bytes. */
interface EncodedLayout {
  readonly start: Words;
  readonly between: readonly Words[];
  readonly end: Words;
  /** Length of a row at most. */
  readonly rowBytes: number;
}

const NOTHING = new Uint8Array();
const encoder = new TextEncoder();

/**
 * Writes positions as rows, satellite after satellite, each in order of time.
 * It yields after each part, if only nothing, so that others can run.
 *
 * @param parts All thinned, or all raw, as the layout is.
 */
export function* encodeRows(
  parts: Iterable<PositionsPart>,
  layout: RowLayout,
): Generator<Uint8Array<ArrayBuffer>> {
  const out = new PieceWriter();
  out.writeText(layout.head);
  for (const part of parts) {
    const texts = encodeLayout(part, layout);
    const { length } = part.columns.timeMs;
    for (let start = 0; start < length;) {
      if (out.roomFor(texts.rowBytes) === 0) yield out.take();
      const end = Math.min(length, start + out.roomFor(texts.rowBytes));
      writeRows(out, part, { texts, start, end });
      start = end;
    }
    yield NOTHING;
  }
  yield out.takeLast();
}

function encodeLayout(
  { satellite }: PositionsPart,
  { start, between, end }: RowLayout,
): EncodedLayout {
  const texts = {
    start: toWords(start(satellite.noradId, satellite.name)),
    between: between.map((text) => toWords(text)),
    end: toWords(end),
  };
  const fixed = [texts.start, ...texts.between, texts.end]
    .reduce((sum, bytes) => sum + bytes.length, 0);
  const rowBytes = fixed + LONGEST_INSTANT + between.length * LONGEST_NUMBER;
  return { ...texts, rowBytes };
}

function writeRows(
  out: PieceWriter,
  { columns, altitude }: PositionsPart,
  rows: { texts: EncodedLayout; start: number; end: number },
): void {
  const { view } = out;
  const { timeMs, latitudeE6, longitudeE6, altitudeE4 } = columns;
  const { start, end } = rows.texts;
  const [latitude, longitude, height, least, most, samples] =
    rows.texts.between;
  let at = out.at;
  for (let i = rows.start; i < rows.end; i++) {
    at = writeWords(view, at, start);
    at = writeInstant(view, at, timeMs[i]!);
    at = writeWords(view, at, latitude!);
    at = writeMillionths(view, at, latitudeE6[i]!);
    at = writeWords(view, at, longitude!);
    at = writeMillionths(view, at, longitudeE6[i]!);
    at = writeWords(view, at, height!);
    at = writeTenThousandths(view, at, altitudeE4[i]!);
    if (altitude !== null) {
      at = writeWords(view, at, least!);
      at = writeTenThousandths(view, at, altitude.minE4[i]!);
      at = writeWords(view, at, most!);
      at = writeTenThousandths(view, at, altitude.maxE4[i]!);
      at = writeWords(view, at, samples!);
      at = writeWhole(view, at, altitude.samples[i]!);
    }
    at = writeWords(view, at, end);
  }
  out.at = at;
}

/** Bytes to be written four at a time; the last ones may be spoiled. */
interface Words {
  readonly words: Uint32Array;
  readonly length: number;
}

function toWords(text: string): Words {
  const bytes = encoder.encode(text);
  const padded = new Uint8Array(Math.ceil(bytes.length / 4) * 4);
  padded.set(bytes);
  return { words: new Uint32Array(padded.buffer), length: bytes.length };
}

function writeWords(view: DataView, at: number, { words, length }: Words) {
  for (let i = 0; i < words.length; i++) {
    view.setUint32(at + 4 * i, words[i]!, true);
  }
  return at + length;
}
