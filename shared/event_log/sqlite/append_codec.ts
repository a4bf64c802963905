import type { LogRecord, NewRecord } from "../event_log.ts";

/**
 * Version 1 of a frame: the version's byte, then the number of records, then
 * each record: timestamp (float64, little-endian), key (its length plus one,
 * 0 for none, then UTF-8), value (its length, then bytes). Counts and lengths
 * are varints, seven bits a byte, the lowest first.
 */
const VERSION = 1;

/** A key longer than this is left to TextDecoder, which is slow to start. */
const SHORT_KEY_BYTES = 24;

const encoder = new TextEncoder();
// A key may begin with U+FEFF, which is taken for a byte order mark otherwise.
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Encodes records, at least their order and every field, as one frame. */
export function encodeAppend(records: readonly NewRecord[]): Uint8Array {
  const keys = records.map(({ key }) =>
    key === null ? null : encoder.encode(key)
  );
  let size = 1 + varintSize(records.length);
  records.forEach(({ value }, i) => {
    const keyBytes = keys[i]?.length ?? -1;
    size += 8 + varintSize(keyBytes + 1) + Math.max(keyBytes, 0) +
      varintSize(value.length) + value.length;
  });
  const frame = new Uint8Array(size);
  const view = new DataView(frame.buffer);
  frame[0] = VERSION;
  let at = writeVarint(frame, 1, records.length);
  records.forEach(({ value, timestampMs }, i) => {
    const key = keys[i] ?? null;
    view.setFloat64(at, timestampMs, true);
    at = writeVarint(frame, at + 8, (key?.length ?? -1) + 1);
    if (key !== null) {
      frame.set(key, at);
      at += key.length;
    }
    at = writeVarint(frame, at, value.length);
    frame.set(value, at);
    at += value.length;
  });
  return frame;
}

/**
 * Decodes a frame. Values are views of it, not copies.
 *
 * @param firstOffset Offset of the frame's first record.
 * @throws {RangeError} If the frame is of another version or damaged.
 */
export function decodeAppend(
  frame: Uint8Array,
  firstOffset: number,
): LogRecord[] {
  const reader = new FrameReader(frame);
  const version = reader.readByte();
  if (version !== VERSION) {
    throw new RangeError(
      `Cannot decode append as its version must be ${VERSION}: ` +
        `current value is ${version}`,
    );
  }
  const count = reader.readVarint();
  const records: LogRecord[] = [];
  for (let i = 0; i < count; i++) {
    const timestampMs = reader.readFloat64();
    const keyLength = reader.readVarint() - 1;
    const key = keyLength < 0 ? null : reader.readText(keyLength);
    const value = reader.readBytes(reader.readVarint());
    records.push({ offset: firstOffset + i, key, value, timestampMs });
  }
  if (reader.at !== frame.length) {
    throw new RangeError(
      `Cannot decode append as its frame must end after ${count} records, ` +
        `at byte ${reader.at}: current length is ${frame.length}`,
    );
  }
  return records;
}

class FrameReader {
  at = 0;
  readonly #frame: Uint8Array;
  readonly #view: DataView;

  constructor(frame: Uint8Array) {
    this.#frame = frame;
    this.#view = new DataView(frame.buffer, frame.byteOffset, frame.length);
  }

  readByte(): number {
    return this.#frame[this.#take(1)]!;
  }

  readFloat64(): number {
    return this.#view.getFloat64(this.#take(8), true);
  }

  readVarint(): number {
    let value = 0;
    for (let shift = 0; shift <= 28; shift += 7) {
      const byte = this.readByte();
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
    throw new RangeError(
      `Cannot decode append as a length must be at most 5 bytes: ` +
        `byte ${this.at} goes on`,
    );
  }

  readBytes(length: number): Uint8Array {
    const start = this.#take(length);
    const { buffer, byteOffset } = this.#frame;
    return new Uint8Array(buffer, byteOffset + start, length);
  }

  readText(length: number): string {
    const start = this.#take(length);
    if (length > SHORT_KEY_BYTES) return this.#decodeText(start, length);
    let text = "";
    for (let i = start; i < start + length; i++) {
      const byte = this.#frame[i]!;
      if (byte >= 0x80) return this.#decodeText(start, length);
      text += String.fromCharCode(byte);
    }
    return text;
  }

  #decodeText(start: number, length: number): string {
    try {
      return decoder.decode(this.#frame.subarray(start, start + length));
    } catch (cause) {
      throw new RangeError(
        `Cannot decode append as its key must be UTF-8: ` +
          `the bytes from ${start} are not`,
        { cause },
      );
    }
  }

  #take(length: number): number {
    const start = this.at;
    this.at += length;
    if (this.at > this.#frame.length) {
      throw new RangeError(
        `Cannot decode append as its frame must hold ${this.at} bytes: ` +
          `current length is ${this.#frame.length}`,
      );
    }
    return start;
  }
}

function varintSize(value: number): number {
  let size = 1;
  for (let rest = value; rest >= 0x80; rest = Math.floor(rest / 0x80)) size++;
  return size;
}

function writeVarint(frame: Uint8Array, at: number, value: number): number {
  let rest = value;
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) {
    frame[at++] = (rest % 0x80) | 0x80;
  }
  frame[at++] = rest;
  return at;
}
