/**
 * Numbers as decimal digits, straight into bytes. Each function writes from
 * `at` on and returns where its text ends. It may spoil up to three bytes
 * after that, so there must be room for `LONGEST_NUMBER` bytes from `at` on.
 */
export const LONGEST_NUMBER = 24;

const ZERO = 0x30;
const MINUS = 0x2d;
const POINT = 0x2e;
const MILLION = 1_000_000;

/** Below this, whole numbers can be divided as 32-bit integers. */
const INT_END = 2_147_483_648;

/**
 * Three digits for each number below 1000, as bytes in the order in which
 * they are written; in the highest byte, how many there are before trailing
 * zeros.
 */
const THREE = Uint32Array.from({ length: 1000 }, (_, n) => {
  const text = String(n).padStart(3, "0");
  return packed(text) | text.replace(/0+$/, "").length << 24;
});

/** The same without leading zeros; in the highest byte, how many digits. */
const SHORT = Uint32Array.from(
  { length: 1000 },
  (_, n) => packed(String(n)) | String(n).length << 24,
);

function packed(text: string): number {
  return [...text].reduce(
    (bytes, digit, i) => bytes | digit.charCodeAt(0) << (8 * i),
    0,
  );
}

/** Writes a whole number, not negative. */
export function writeWhole(view: DataView, at: number, value: number): number {
  if (value < INT_END) return writeInt(view, at, value | 0);
  const millions = Math.floor(value / MILLION);
  const end = millions < INT_END
    ? writeInt(view, at, millions | 0)
    : writeWhole(view, at, millions);
  return writeSix(view, end, (value - millions * MILLION) | 0);
}

/**
 * Writes rising whole numbers, such as times: the digits above a million are
 * mostly those of the number before, and are taken from it.
 */
export class RisingWriter {
  #millions = -1;
  #length = 0;
  /** The digits above a million, if they are at most eight. */
  #first = 0;
  #second = 0;

  write(view: DataView, at: number, value: number): number {
    const millions = Math.floor(value / MILLION);
    const rest = (value - millions * MILLION) | 0;
    if (millions !== this.#millions) {
      const end = writeWhole(view, at, value);
      this.#length = end - at - 6;
      this.#millions = this.#length > 0 && this.#length <= 8 ? millions : -1;
      this.#first = view.getUint32(at);
      this.#second = view.getUint32(at + 4);
      return end;
    }
    view.setUint32(at, this.#first);
    view.setUint32(at + 4, this.#second);
    return writeSix(view, at + this.#length, rest);
  }
}

/** Writes so many millionths as shortest decimal: 12_500_000 as 12.5. */
export function writeMillionths(
  view: DataView,
  at: number,
  value: number,
): number {
  if (value < 0) {
    view.setUint8(at++, MINUS);
    value = -value;
  }
  const whole = (value / MILLION) | 0;
  const end = whole < 1000
    ? writeShort(view, at, whole)
    : writeInt(view, at, whole);
  return writeFraction(view, end, value - whole * MILLION);
}

/** Writes so many ten-thousandths as shortest decimal, of any size. */
export function writeTenThousandths(
  view: DataView,
  at: number,
  value: number,
): number {
  if (value < 0) {
    view.setUint8(at++, MINUS);
    value = -value;
  }
  if (value < INT_END) {
    const int = value | 0;
    const whole = (int / 10_000) | 0;
    const end = writeInt(view, at, whole);
    return writeFraction(view, end, (int - whole * 10_000) * 100);
  }
  const whole = Math.floor(value / 10_000);
  const end = writeWhole(view, at, whole);
  return writeFraction(view, end, ((value - whole * 10_000) * 100) | 0);
}

/** Writes three digits, with leading zeros. */
export function writeThree(view: DataView, at: number, value: number): number {
  view.setUint32(at, THREE[value]!, true);
  return at + 3;
}

/** Writes two digits, with leading zeros. */
export function writeTwo(view: DataView, at: number, value: number): number {
  const tens = (value / 10) | 0;
  const ones = value - tens * 10;
  view.setUint16(at, (ZERO + tens) | (ZERO + ones) << 8, true);
  return at + 2;
}

function writeShort(view: DataView, at: number, value: number): number {
  const digits = SHORT[value]!;
  view.setUint32(at, digits, true);
  return at + (digits >>> 24);
}

function writeInt(view: DataView, at: number, value: number): number {
  if (value < 1000) return writeShort(view, at, value);
  if (value < MILLION) {
    const thousands = (value / 1000) | 0;
    const end = writeShort(view, at, thousands);
    return writeThree(view, end, value - thousands * 1000);
  }
  const millions = (value / MILLION) | 0;
  const end = millions < 1000
    ? writeShort(view, at, millions)
    : writeInt(view, at, millions);
  return writeSix(view, end, value - millions * MILLION);
}

function writeSix(view: DataView, at: number, value: number): number {
  const thousands = (value / 1000) | 0;
  view.setUint32(at, THREE[thousands]!, true);
  view.setUint32(at + 3, THREE[value - thousands * 1000]!, true);
  return at + 6;
}

/** Writes millionths after the point, which is left out with them if none. */
function writeFraction(
  view: DataView,
  at: number,
  millionths: number,
): number {
  if (millionths === 0) return at;
  const high = (millionths / 1000) | 0;
  const low = millionths - high * 1000;
  view.setUint32(at, POINT | THREE[high]! << 8, true);
  if (low === 0) return at + 1 + (THREE[high]! >>> 24);
  view.setUint32(at + 4, THREE[low]!, true);
  return at + 4 + (THREE[low]! >>> 24);
}
