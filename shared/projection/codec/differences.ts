import { VARINT_BYTES, zigzag } from "../../varint.ts";

/** In the header of a column: zeros are written as runs. */
export const RUNS = 8;
export const MAX_ORDER = 7;

/** Where so many orders in a row are longer than the shortest, the rest are. */
const LONGER_ORDERS = 2;

// What follows is about differences as column_codec.ts writes them: of order 0
// to 7, and of 32 bits, at which they wrap around.

/** The differences of order 0. */
export function int32sAbove(numbers: Int32Array, first: number): Int32Array {
  const above = new Int32Array(numbers.length);
  for (let i = 0; i < above.length; i++) above[i] = numbers[i]! - first;
  return above;
}

/**
 * Likewise, for the other kind of array, as one function for both would take
 * twice the time; null where 32 bits do not hold them.
 */
export function float64sAbove(
  numbers: Float64Array,
  first: number,
): Int32Array | null {
  const above = new Int32Array(numbers.length);
  for (let i = 0; i < above.length; i++) {
    const exact = numbers[i]! - first;
    if (exact !== (exact | 0)) return null;
    above[i] = exact;
  }
  return above;
}

/** Turns differences of order 0 into those that take the fewest bytes. */
export function chooseDifferences(differences: Int32Array) {
  let best = { header: 0, maxBytes: Infinity };
  let [order, longer] = [0, 0];
  for (;; order++) {
    const { bytes, zeros, runs } = raiseOrder(differences, order);
    // A run takes two bytes, and at most one more for each 128 zeros in it.
    const inRuns = bytes - zeros + 2 * runs + (zeros >> 7);
    const maxBytes = Math.min(bytes, inRuns);
    const header = inRuns < bytes ? order | RUNS : order;
    longer = maxBytes < best.maxBytes ? 0 : longer + 1;
    if (longer === 0) best = { header, maxBytes };
    // One that is not zero would be two of the next order.
    const others = differences.length - 1 - zeros;
    if (order === MAX_ORDER || longer === LONGER_ORDERS || others <= 1) break;
  }
  const back = order - (best.header & MAX_ORDER);
  if (back > 0) integrate(differences, back, 0);
  return best;
}

/**
 * Turns differences of the order before into those of an order, and counts
 * the bytes that they take, the zeros and the runs of these. Without branches,
 * as in smooth numbers whether the next is zero is anyone's guess.
 */
function raiseOrder(differences: Int32Array, order: number) {
  const { length } = differences;
  const keep = order > 0 ? -1 : 0;
  let [bytes, zeros, runs] = [0, 0, 0];
  let [previous, wasZero] = [0, 0];
  for (let i = 1; i < length; i++) {
    const number = differences[i]!;
    const difference = (number - (previous & keep)) | 0;
    previous = number;
    differences[i] = difference;
    const leadingZeros = Math.clz32(zigzag(difference));
    const isZero = leadingZeros >> 5;
    bytes = (bytes + VARINT_BYTES[leadingZeros]!) | 0;
    zeros = (zeros + isZero) | 0;
    runs = (runs + (isZero & ~wasZero)) | 0;
    wasZero = isZero;
  }
  return { bytes, zeros, runs };
}

/** Turns differences into those of so many orders less, plus `first`. */
export function integrate(
  differences: Int32Array,
  orders: number,
  first: number,
) {
  let rest = orders;
  for (; rest > 3; rest -= 3) integrateUpTo3(differences, 3, 0);
  integrateUpTo3(differences, rest, first);
}

/** As many at once as still take no longer than one. */
function integrateUpTo3(
  differences: Int32Array,
  orders: number,
  first: number,
) {
  const keep1 = orders >= 1 ? -1 : 0;
  const keep2 = orders >= 2 ? -1 : 0;
  const keep3 = orders >= 3 ? -1 : 0;
  let [number, slope, bend] = [0, 0, 0];
  for (let i = 0; i < differences.length; i++) {
    bend = ((bend & keep3) + differences[i]!) | 0;
    slope = ((slope & keep2) + bend) | 0;
    number = ((number & keep1) + slope) | 0;
    differences[i] = number + first;
  }
}
