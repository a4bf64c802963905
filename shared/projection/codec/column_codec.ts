import {
  chooseDifferences,
  float64sAbove,
  int32sAbove,
  integrate,
  MAX_ORDER,
  RUNS,
} from "./differences.ts";
import {
  MAX_SAFE_INTEGER_BYTES,
  unzigzag,
  VarintReader,
  writeSafeInteger,
  writeVarint,
  zigzag,
} from "../../varint.ts";

/**
 * A column of whole numbers is written as differences, which are small where
 * the numbers run smoothly, and zero where they run regularly. Its first byte
 * is one of
 *
 * - 0 to 15: the lowest three bits are the order of the differences, the fourth
 *   says whether zeros are written as runs. There follow the first number, in
 *   full, and a difference for each other number. Of order 0, that is by how
 *   much the number exceeds the first; of each next order, by how much the
 *   difference of the order before exceeds that of the number before, which is
 *   0 for the first. All wrap around at 32 bits, so that no order loses any.
 *   They are zigzag varints; a run of zeros is a 0 and its length, a varint.
 * - 16: the numbers span more than 32 bits. There follows each in full.
 *
 * How many numbers there are is for whoever keeps the column to know.
 */
const IN_FULL = 16;

/**
 * Encodes safe integers, which come out again exactly, but -0 as 0. The same
 * numbers always give the same bytes.
 */
export function encodeColumn(numbers: Float64Array | Int32Array): Uint8Array {
  const first = numbers[0] ?? 0;
  const differences = numbers instanceof Int32Array
    ? int32sAbove(numbers, first)
    : float64sAbove(numbers, first);
  if (differences === null) return encodeInFull(numbers);
  const { header, maxBytes } = chooseDifferences(differences);
  const bytes = new Uint8Array(1 + MAX_SAFE_INTEGER_BYTES + maxBytes);
  bytes[0] = header;
  const at = writeSafeInteger(bytes, 1, first);
  return bytes.subarray(0, writeDifferences(bytes, at, differences));
}

/**
 * Decodes a column of `count` numbers.
 *
 * @throws {RangeError} If the bytes are not a column of that many.
 */
export function decodeFloat64Column(
  bytes: Uint8Array,
  count: number,
): Float64Array {
  if (bytes[0] === IN_FULL) return decodeInFull(bytes, count);
  const { first, order, differences } = readDifferences(bytes, count);
  integrate(differences, order, 0);
  const numbers = new Float64Array(count);
  for (let i = 0; i < count; i++) numbers[i] = first + differences[i]!;
  return numbers;
}

/** Likewise, for a column that was encoded from an Int32Array. */
export function decodeInt32Column(
  bytes: Uint8Array,
  count: number,
): Int32Array {
  const { first, order, differences } = readDifferences(bytes, count);
  integrate(differences, order, first | 0);
  return differences;
}

/**
 * The number that all `count` of a column are, by a look at its first bytes;
 * null where they are several, or so few that they are not written as a run.
 */
export function onlyNumber(bytes: Uint8Array, count: number): number | null {
  const reader = new VarintReader(bytes, "column");
  const header = reader.readVarint();
  if (header >= IN_FULL) return null;
  const first = reader.readSafeInteger();
  if (count === 1) return first;
  const isOneRun = (header & RUNS) !== 0 && reader.readVarint() === 0 &&
    reader.readVarint() === count - 1;
  return isOneRun ? first : null;
}

function writeDifferences(
  bytes: Uint8Array,
  start: number,
  differences: Int32Array,
): number {
  const runs = (bytes[0]! & RUNS) !== 0;
  let at = start;
  for (let i = 1; i < differences.length;) {
    const difference = differences[i]!;
    at = writeVarint(bytes, at, zigzag(difference));
    const begin = i++;
    if (!runs || difference !== 0) continue;
    while (i < differences.length && differences[i] === 0) i++;
    at = writeVarint(bytes, at, i - begin);
  }
  return at;
}

function readDifferences(bytes: Uint8Array, count: number) {
  const reader = new VarintReader(bytes, "column");
  const header = reader.readVarint();
  if (header >= IN_FULL) {
    throw new RangeError(
      `Cannot decode column as its first byte must be below ${IN_FULL}: ` +
        `current value is ${header}`,
    );
  }
  const first = reader.readSafeInteger();
  const differences = new Int32Array(count);
  const runs = (header & RUNS) !== 0;
  let i = 1;
  while (i < count) {
    // Most are one byte, and are read without the reader, up to one that isn't.
    let { at } = reader;
    for (; i < count; i++) {
      const byte = bytes[at]!;
      if (!(byte < 0x80) || (runs && byte === 0)) break;
      differences[i] = unzigzag(byte);
      at++;
    }
    reader.at = at;
    if (i === count) break;
    const coded = reader.readVarint();
    if (runs && coded === 0) i += reader.readVarint();
    else differences[i++] = unzigzag(coded);
  }
  if (i > Math.max(count, 1)) {
    throw new RangeError(
      `Cannot decode column as it must have ${count} numbers: ` +
        `current number is ${i}`,
    );
  }
  reader.expectEnd();
  return { first, order: header & MAX_ORDER, differences };
}

function encodeInFull(numbers: Float64Array | Int32Array): Uint8Array {
  const bytes = new Uint8Array(1 + MAX_SAFE_INTEGER_BYTES * numbers.length);
  let at = writeVarint(bytes, 0, IN_FULL);
  for (const number of numbers) at = writeSafeInteger(bytes, at, number);
  return bytes.slice(0, at);
}

function decodeInFull(bytes: Uint8Array, count: number): Float64Array {
  const reader = new VarintReader(bytes.subarray(1), "column");
  const numbers = new Float64Array(count);
  for (let i = 0; i < count; i++) numbers[i] = reader.readSafeInteger();
  reader.expectEnd();
  return numbers;
}
