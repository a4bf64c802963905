import { sunEcefKm } from "../sun/sun_position.ts";

const DAY_MS = 86_400_000;
const DAY_S = 86_400;
const SECONDS_PER_DEG = 240;
const DEG = 180 / Math.PI;

/**
 * Returns the mean local solar time at a longitude as seconds of its day, in
 * [0, 86400): UTC shifted by the longitude, what a clock there would show.
 */
export function meanSolarTimeS(timeMs: number, longitudeDeg: number): number {
  return ofDay(timeMs % DAY_MS / 1000 + longitudeDeg * SECONDS_PER_DEG);
}

/**
 * Returns the apparent local solar time at a longitude as seconds of its day, in
 * [0, 86400): what a sundial there would show, within 0.2 s.
 */
export function apparentSolarTimeS(
  timeMs: number,
  longitudeDeg: number,
): number {
  return ofDay(
    meanSolarTimeS(timeMs, longitudeDeg) + equationOfTimeS(timeMs),
  );
}

/**
 * Returns apparent minus mean solar time in seconds: -14.3 to 16.5 minutes over
 * the year, within 0.2 s from 1957 to 2052.
 */
export function equationOfTimeS(timeMs: number): number {
  const { x, y } = sunEcefKm(timeMs);
  const noonLongitudeDeg = Math.atan2(y, x) * DEG;
  // Where a sundial shows noon.
  return DAY_S / 2 - meanSolarTimeS(timeMs, noonLongitudeDeg);
}

function ofDay(seconds: number): number {
  const rest = seconds % DAY_S;
  // Of less than nothing by a rounding error, a whole day would remain.
  return rest < 0 ? (rest + DAY_S) % DAY_S : rest;
}
