/**
 * A varint is 32 bits, seven in a byte, the lowest first; every byte but the
 * last has its highest bit set.
 */
export const MAX_VARINT_BYTES = 5;

/** Bytes of a varint, by how many of its 32 bits are leading zeros. */
export const VARINT_BYTES: Uint8Array = Uint8Array.from(
  { length: 33 },
  (_, zeros) => Math.max(1, Math.ceil((32 - zeros) / 7)),
);

/** Writes a varint at a place, and returns where the next is. */
export function writeVarint(
  bytes: Uint8Array,
  start: number,
  value: number,
): number {
  let at = start;
  let rest = value;
  for (; (rest & ~0x7f) !== 0; rest >>>= 7) bytes[at++] = (rest & 0x7f) | 0x80;
  bytes[at++] = rest;
  return at;
}

/** Turns 0, -1, 1, -2 into 0, 1, 2, 3, so that small numbers stay small. */
export function zigzag(number: number): number {
  return (number << 1) ^ (number >> 31);
}

export function unzigzag(coded: number): number {
  return (coded >>> 1) ^ -(coded & 1);
}

export const MAX_SAFE_INTEGER_BYTES = 2 * MAX_VARINT_BYTES;

/** Writes the lower 32 bits, signed, and how many times 2**32 the rest is. */
export function writeSafeInteger(
  bytes: Uint8Array,
  start: number,
  number: number,
): number {
  const low = number | 0;
  const at = writeVarint(bytes, start, zigzag(low));
  return writeVarint(bytes, at, zigzag((number - low) / 2 ** 32));
}

/** Reads varints, and bytes whose number they say, from the front. */
export class VarintReader {
  at = 0;
  protected readonly bytes: Uint8Array;
  readonly #what: string;

  /** @param what What the bytes are, for messages: "hour". */
  constructor(bytes: Uint8Array, what: string) {
    this.bytes = bytes;
    this.#what = what;
  }

  /** @throws {RangeError} If the bytes end within it, or it does not. */
  readVarint(): number {
    let value = 0;
    for (let shift = 0; shift < 7 * MAX_VARINT_BYTES; shift += 7) {
      const byte = this.bytes[this.take(1)]!;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
    throw new RangeError(
      `Cannot decode ${this.#what} as a varint must have at most ` +
        `${MAX_VARINT_BYTES} bytes: the one before byte ${this.at} goes on`,
    );
  }

  /** @throws {RangeError} As readVarint() does. */
  readSafeInteger(): number {
    const low = unzigzag(this.readVarint());
    return unzigzag(this.readVarint()) * 2 ** 32 + low;
  }

  /**
   * Returns bytes as a view, not a copy.
   *
   * @throws {RangeError} If there are not as many.
   */
  readBytes(length: number): Uint8Array {
    const start = this.take(length);
    return this.bytes.subarray(start, this.at);
  }

  /** @throws {RangeError} Unless all has been read. */
  expectEnd(): void {
    if (this.at === this.bytes.length) return;
    throw new RangeError(
      `Cannot decode ${this.#what} as it must end at byte ${this.at}: ` +
        `current length is ${this.bytes.length}`,
    );
  }

  /**
   * Passes over bytes, and returns where they begin.
   *
   * @throws {RangeError} If there are not as many.
   */
  protected take(length: number): number {
    const start = this.at;
    this.at += length;
    if (this.at <= this.bytes.length) return start;
    throw new RangeError(
      `Cannot decode ${this.#what} as it must have at least ${this.at} bytes: ` +
        `current length is ${this.bytes.length}`,
    );
  }
}
