/** Rounds to so many decimals, for an answer; never to minus nothing. */
export function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals)) + 0;
}

/** The same of an azimuth: what is a hair west of north is north. */
export function roundAzimuth(azimuthDeg: number, decimals: number): number {
  return round(azimuthDeg, decimals) % 360;
}
