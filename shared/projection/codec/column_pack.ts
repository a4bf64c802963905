import { crc32 } from "node:zlib";
import {
  decodeFloat64Column,
  decodeInt32Column,
  encodeColumn,
  onlyNumber,
} from "./column_codec.ts";
import { MAX_VARINT_BYTES, VarintReader, writeVarint } from "../../varint.ts";

/**
 * Columns of one length as one piece of bytes: a version's byte, then the
 * length of the columns, then the columns, each after its number of bytes, so
 * that those behind the last wanted need not be read; at the end the CRC-32
 * (little-endian) of all before. Counts and lengths are varints.
 */
const CRC_BYTES = 4;

/** Version, length, checksum. */
const MIN_BYTES = 1 + 1 + CRC_BYTES;

/** An hour has no more ms, and no two samples have the same. */
const MAX_LENGTH = 3_600_000;

/**
 * Encodes columns. The same numbers always give the same bytes.
 *
 * @param what What they are, for messages: "hour".
 * @throws {RangeError} If the columns differ in length.
 */
export function packColumns(
  what: string,
  version: number,
  columns: readonly (Float64Array | Int32Array)[],
): Uint8Array {
  const length = columns[0]?.length ?? 0;
  const encoded = columns.map((column) => {
    if (column.length === length) return encodeColumn(column);
    throw new RangeError(
      `Cannot encode ${what} as each column must have ${length} numbers: ` +
        `current length is ${column.length}`,
    );
  });
  const maxBytes = encoded.reduce(
    (sum, column) => sum + MAX_VARINT_BYTES + column.length,
    1 + MAX_VARINT_BYTES + CRC_BYTES,
  );
  const bytes = new Uint8Array(maxBytes);
  bytes[0] = version;
  let at = writeVarint(bytes, 1, length);
  for (const column of encoded) {
    at = writeVarint(bytes, at, column.length);
    bytes.set(column, at);
    at += column.length;
  }
  const checksum = crc32(bytes.subarray(0, at));
  new DataView(bytes.buffer).setUint32(at, checksum, true);
  return bytes.slice(0, at + CRC_BYTES);
}

/** Reads the columns in their order. */
export class ColumnUnpacker {
  readonly #reader: VarintReader;
  readonly #count: number;

  /** @throws {RangeError} If the bytes are damaged or of another version. */
  constructor(what: string, version: number, bytes: Uint8Array) {
    this.#reader = new VarintReader(verified(what, bytes), what);
    const found = this.#reader.readVarint();
    if (found !== version) {
      throw new RangeError(
        `Cannot decode ${what} as its version must be ${version}: ` +
          `current value is ${found}`,
      );
    }
    this.#count = this.#reader.readVarint();
    if (this.#count > MAX_LENGTH) {
      throw new RangeError(
        `Cannot decode ${what} as it must have at most ${MAX_LENGTH} of each: ` +
          `current number is ${this.#count}`,
      );
    }
  }

  readFloat64s(): Float64Array {
    return decodeFloat64Column(this.#readColumn(), this.#count);
  }

  readInt32s(): Int32Array {
    return decodeInt32Column(this.#readColumn(), this.#count);
  }

  /** Reads a column as the one number that it holds; null where it has several. */
  readOnlyNumber(): number | null {
    return onlyNumber(this.#readColumn(), this.#count);
  }

  /** Passes over so many columns. */
  skip(columns: number): void {
    for (let i = 0; i < columns; i++) this.#readColumn();
  }

  expectEnd(): void {
    this.#reader.expectEnd();
  }

  #readColumn(): Uint8Array {
    return this.#reader.readBytes(this.#reader.readVarint());
  }
}

/** What the checksum vouches for: all bytes before it. */
function verified(what: string, bytes: Uint8Array): Uint8Array {
  if (bytes.length < MIN_BYTES) {
    throw new RangeError(
      `Cannot decode ${what} as it must have at least ${MIN_BYTES} bytes: ` +
        `current length is ${bytes.length}`,
    );
  }
  const end = bytes.length - CRC_BYTES;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const stored = view.getUint32(end, true);
  const content = bytes.subarray(0, end);
  const computed = crc32(content);
  if (computed === stored) return content;
  throw new RangeError(
    `Cannot decode ${what} as its checksum must be ${computed}: ` +
      `current value is ${stored}`,
  );
}
