import type { LogRecord, NewRecord } from "../event_log.ts";
import { VARINT_BYTES, VarintReader, writeVarint } from "../../varint.ts";
import { PACKED_VERSION, unpackFrame } from "./packed_frame.ts";

/**
 * Version 1 of a frame: the version's byte, then the number of records, then
 * each record: timestamp (float64, little-endian), key (its length plus one,
 * 0 for none, then UTF-8), value (its length, then bytes). Counts and lengths
 * are varints.
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

/** A record as appends hold it: none of them is a deletion marker. */
export type AppendedRecord = LogRecord & NewRecord;

/**
 * Decodes a frame, packed or not. Values are views of it, not copies.
 *
 * @param firstOffset Offset of the frame's first record.
 * @throws {RangeError} If the frame is of another version or damaged.
 */
export function decodeAppend(
  frame: Uint8Array,
  firstOffset: number,
): AppendedRecord[] {
  const isPacked = frame[0] === PACKED_VERSION;
  const reader = new FrameReader(isPacked ? unpackFrame(frame) : frame);
  const version = reader.readVarint();
  if (version !== VERSION) {
    throw new RangeError(
      `Cannot decode append as its version must be ${VERSION}, or ` +
        `${PACKED_VERSION} where it is packed: current value is ${version}`,
    );
  }
  const count = reader.readVarint();
  const records: AppendedRecord[] = [];
  for (let i = 0; i < count; i++) {
    const timestampMs = reader.readFloat64();
    const keyLength = reader.readVarint() - 1;
    const key = keyLength < 0 ? null : reader.readText(keyLength);
    const value = reader.readBytes(reader.readVarint());
    records.push({ offset: firstOffset + i, key, value, timestampMs });
  }
  reader.expectEnd();
  return records;
}

class FrameReader extends VarintReader {
  readonly #view: DataView;

  constructor({ buffer, byteOffset, length }: Uint8Array) {
    // Not as Node's kind of array, which SQLite gives.
    super(new Uint8Array(buffer, byteOffset, length), "append");
    this.#view = new DataView(buffer, byteOffset, length);
  }

  readFloat64(): number {
    return this.#view.getFloat64(this.take(8), true);
  }

  readText(length: number): string {
    const start = this.take(length);
    if (length > SHORT_KEY_BYTES) return this.#decodeText(start, length);
    let text = "";
    for (let i = start; i < start + length; i++) {
      const byte = this.bytes[i]!;
      if (byte >= 0x80) return this.#decodeText(start, length);
      text += String.fromCharCode(byte);
    }
    return text;
  }

  #decodeText(start: number, length: number): string {
    try {
      return decoder.decode(this.bytes.subarray(start, start + length));
    } catch (cause) {
      throw new RangeError(
        `Cannot decode append as its key must be UTF-8: ` +
          `the bytes from ${start} are not`,
        { cause },
      );
    }
  }
}

function varintSize(value: number): number {
  return VARINT_BYTES[Math.clz32(value)]!;
}
