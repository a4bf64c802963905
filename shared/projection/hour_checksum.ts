import type { HourColumns } from "./hour_columns.ts";

/** The id of an element set of this number. */
export type ElementSetId = (ref: number) => string | null;

/**
 * The checksum of an hour's content: the same in each projection of one log.
 *
 * Each position gets 64 bits, as two halves, and those are added: so the
 * order does not matter, and what is there twice does not cancel out. A half
 * takes in one word of 32 bits after the other, each step undoable: so two
 * positions that differ in one word never have the same.
 */
export function hourChecksum(
  hour: HourColumns,
  elementSetId: ElementSetId,
): string {
  const elementSets = elementSetNumbers(hour, elementSetId);
  const words = new Int32Array(WORDS);
  let [high, low] = [0, 0];
  for (let i = 0; i < hour.timeMs.length; i++) {
    const elementSet = elementSets.get(hour.elementSetRef[i]!)!;
    words[0] = hour.timeMs[i]!;
    words[1] = hour.timeMs[i]! / 2 ** 32;
    words[2] = hour.latitudeE6[i]!;
    words[3] = hour.longitudeE6[i]!;
    words[4] = hour.altitudeE4[i]!;
    words[5] = Math.floor(hour.altitudeE4[i]! / 2 ** 32);
    words[6] = hour.origin[i]!;
    words[7] = elementSet;
    words[8] = Math.floor(elementSet / 2 ** 32);
    words[9] = hour.partition[i]!;
    words[10] = hour.offset[i]!;
    words[11] = hour.offset[i]! / 2 ** 32;
    words[12] = hour.sample[i]!;
    let [a, b] = [0x9e3779b9, 0x85ebca6b];
    for (let w = 0; w < WORDS; w++) {
      a = Math.imul(rotate(a) ^ words[w]!, 0xcc9e2d51);
      b = Math.imul(rotate(b) ^ words[w]!, 0x1b873593);
    }
    high = (high + scatter(a)) | 0;
    low = (low + scatter(b)) | 0;
  }
  return hex(high) + hex(low);
}

/** A position as whole numbers of 32 bits; what is longer takes two. */
const WORDS = 13;

function rotate(word: number): number {
  return (word << 15) | (word >>> 17);
}

/** Makes each bit depend on all, as the last step of MurmurHash3 does. */
function scatter(state: number): number {
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return state ^ (state >>> 16);
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, "0");
}

/** The ids, numbers in hex, of the element sets that an hour names. */
function elementSetNumbers(
  { elementSetRef }: HourColumns,
  elementSetId: ElementSetId,
): Map<number, number> {
  const ids = new Map<number, number>();
  for (const ref of elementSetRef) {
    if (ids.has(ref)) continue;
    const id = elementSetId(ref);
    ids.set(ref, id === null ? -1 : parseInt(id, 16));
  }
  return ids;
}
