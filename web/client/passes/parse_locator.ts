import { type Place, roundPlace } from "./place.ts";

/** Fields of 20 by 10 degrees, then squares within squares. */
const pattern = /^[A-R]{2}\d{2}(?:[A-X]{2}(?:\d{2})?)?$/;
const baseA = "A".charCodeAt(0);

/**
 * Returns the middle of the square that a Maidenhead locator names, as radio
 * amateurs write it: `JO62`, `JO62qm`, `JO62qm23`; null where it is none.
 */
export function parseLocator(text: string): Place | null {
  const locator = text.trim().toUpperCase();
  if (!pattern.test(locator)) return null;
  let sizeDeg = 180;
  let [eastDeg, northDeg] = [0, 0];
  for (let i = 0; i < locator.length; i += 2) {
    const pair = locator.slice(i, i + 2);
    const parts = i === 0 ? 18 : /\d/.test(pair) ? 10 : 24;
    sizeDeg /= parts;
    eastDeg += 2 * sizeDeg * valueOf(pair[0]!);
    northDeg += sizeDeg * valueOf(pair[1]!);
  }
  return roundPlace({
    name: locator.slice(0, 4) + locator.slice(4).toLowerCase(),
    latitudeDeg: northDeg + sizeDeg / 2 - 90,
    longitudeDeg: eastDeg + sizeDeg - 180,
    altitudeM: 0,
  });
}

function valueOf(sign: string): number {
  return /\d/.test(sign) ? Number(sign) : sign.charCodeAt(0) - baseA;
}
