import { LONGEST_NUMBER } from "./write_digits.ts";

/** Bytes of a piece: each one on the wire has its cost, and so has memory. */
const PIECE_BYTES = 262_144;

const encoder = new TextEncoder();

/**
 * Buffers of writers that are done: to make one anew costs as much as to
 * write a third of it.
 */
const idle: Uint8Array<ArrayBuffer>[] = [];
const MOST_IDLE = 8;

/** Bytes in the making, which are taken away piece by piece. */
export class PieceWriter {
  bytes: Uint8Array<ArrayBuffer>;
  view: DataView;
  /** Where the next byte goes. */
  at = 0;

  constructor() {
    this.bytes = idle.pop() ?? new Uint8Array(PIECE_BYTES);
    this.view = new DataView(this.bytes.buffer);
  }

  /** How many items fit, if each takes so many bytes at most. */
  roomFor(itemBytes: number): number {
    const room = this.bytes.length - this.at - LONGEST_NUMBER;
    return Math.max(0, Math.floor(room / itemBytes));
  }

  /** Writes a text, making room for it. */
  writeText(text: string): void {
    this.#reserve(3 * text.length);
    const { written } = encoder.encodeInto(text, this.bytes.subarray(this.at));
    this.at += written;
  }

  /** The bytes so far; the next ones go into a new piece. */
  take(): Uint8Array<ArrayBuffer> {
    const piece = this.bytes.slice(0, this.at);
    this.at = 0;
    return piece;
  }

  /** The last bytes; nothing may be written any more. */
  takeLast(): Uint8Array<ArrayBuffer> {
    const piece = this.take();
    const isUsual = this.bytes.length === PIECE_BYTES;
    if (isUsual && idle.length < MOST_IDLE) idle.push(this.bytes);
    return piece;
  }

  #reserve(bytes: number): void {
    const size = this.at + bytes + LONGEST_NUMBER;
    if (size <= this.bytes.length) return;
    const larger = new Uint8Array(2 * size);
    larger.set(this.bytes.subarray(0, this.at));
    this.bytes = larger;
    this.view = new DataView(larger.buffer);
  }
}
