import type { PositionReader, StoredContent } from "./position_store.ts";
import type { Projection } from "./projection.ts";
import { hourOf, readRecordings, type Recording } from "./recordings.ts";

/** What an hour of one satellite on one topic holds, in short. */
export interface HourChecksum {
  readonly noradId: number;
  readonly topic: string;
  /** Begin of the hour, in ms since 1970, UTC. */
  readonly hourMs: number;
  readonly count: number;
  /** 16 hex digits; the same for the same positions in whatever order. */
  readonly checksum: string;
}

/**
 * Sums up all positions of a projection, computed from what is stored now, in
 * order of satellite, name of the topic and hour: two projections of one log
 * give the same. Each hour is a query of its own: for one state of a database
 * that is being written, read inside a transaction.
 */
export function* contentChecksums(
  projection: Projection,
): Generator<HourChecksum> {
  const recordings = [...readRecordings(projection).values()].flat();
  recordings.sort((a, b) =>
    a.noradId - b.noradId || (a.topic < b.topic ? -1 : 1)
  );
  for (const recording of recordings) {
    yield* checksumsOf(projection.positions, recording);
  }
}

function* checksumsOf(
  positions: PositionReader,
  recording: Recording,
): Generator<HourChecksum> {
  const { noradId, topic, lastMs } = recording;
  const toMs = lastMs + 1;
  for (let { firstMs: fromMs } = recording;;) {
    const [next] = positions.timesMs(recording, { fromMs, toMs }, 1);
    if (next === undefined) return;
    const hour = hourOf(next);
    const sum = sumUp(positions.content(recording, hour));
    yield { noradId, topic, hourMs: hour.fromMs, ...sum };
    fromMs = hour.toMs;
  }
}

// Each position gets 64 bits, as two halves, and those are added: so the order
// does not matter, and what is there twice does not cancel out.
function sumUp(content: Iterable<StoredContent>) {
  let [count, high, low] = [0, 0, 0];
  for (const position of content) {
    count++;
    high = (high + hash(position, 0x9e3779b9)) >>> 0;
    low = (low + hash(position, 0x85ebca6b)) >>> 0;
  }
  return { count, checksum: hex(high) + hex(low) };
}

/** 32 bits of a position, by the steps of MurmurHash3. */
function hash(position: StoredContent, seed: number): number {
  let state = seed;
  for (const value of position) {
    for (const word of words(value)) {
      const scrambled = Math.imul(word, 0xcc9e2d51);
      state ^= Math.imul(rotate(scrambled, 15), 0x1b873593);
      state = (Math.imul(rotate(state, 13), 5) + 0xe6546b64) | 0;
    }
  }
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return (state ^ (state >>> 16)) >>> 0;
}

/** A whole number, or the id of an element set, as two halves. */
function words(value: number | string | null): [low: number, high: number] {
  const number = typeof value === "string" ? parseInt(value, 16) : value ?? -1;
  return [number | 0, Math.floor(number / 2 ** 32)];
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

function hex(word: number): string {
  return word.toString(16).padStart(8, "0");
}
