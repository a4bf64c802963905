import type { Observer } from "../observer.ts";

/**
 * Gives one satellite's passes over one observer their ids, such as
 * `25994-55.7500N-37.6200E-142815`; the second and third pass of one revolution
 * end in `.2` and `.3`. So passes must come in order, and from the first one of
 * a revolution on.
 */
export class PassIds {
  readonly #begin: string;
  #revolution: string | null = null;
  #ordinal = 0;

  constructor(noradId: number, observer: Observer) {
    this.#begin = `${noradId}-${observerKey(observer)}`;
  }

  /** @param revolution What passes of one revolution have in common. */
  next(revolution: string): string {
    this.#ordinal = revolution === this.#revolution ? this.#ordinal + 1 : 1;
    this.#revolution = revolution;
    const ordinal = this.#ordinal === 1 ? "" : `.${this.#ordinal}`;
    return `${this.#begin}-${revolution}${ordinal}`;
  }
}

/** Latitude and longitude to four decimals, 11 m, such as `55.7500N-37.6200E`. */
export function observerKey({ latitudeDeg, longitudeDeg }: Observer): string {
  const latitude = toFourDecimals(latitudeDeg);
  const longitude = toFourDecimals(longitudeDeg);
  const ns = latitude < 0 ? "S" : "N";
  // One meridian, from either side.
  const ew = longitude < 0 && longitude > -180 ? "W" : "E";
  return `${Math.abs(latitude).toFixed(4)}${ns}-${
    Math.abs(longitude).toFixed(4)
  }${ew}`;
}

/** The latitude by which revolutions are numbered: that of the id. */
export function observerLatitudeDeg({ latitudeDeg }: Observer): number {
  return toFourDecimals(latitudeDeg);
}

function toFourDecimals(deg: number): number {
  return Math.round(deg * 1e4) / 1e4;
}
