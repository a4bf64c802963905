const DAY_MS = 86_400_000;
const DAY_S = 86_400;
const SECONDS_PER_DEG = 240;
const J2000_MS = Date.UTC(2000, 0, 1, 12);
const MS_PER_CENTURY = 36_525 * DAY_MS;
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
 * [0, 86400): what a sundial there would show, within 2 s.
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
 * the year, within 2 s from 1900 to 2100.
 *
 * Meeus, Astronomical Algorithms, chapters 25 (low accuracy) and 28, without
 * nutation. satellite.js's own `sunPos` cuts the same series at 0.01 degrees,
 * 2.4 s, and its right ascension jumps by quarters of a turn.
 */
export function equationOfTimeS(timeMs: number): number {
  const t = (timeMs - J2000_MS) / MS_PER_CENTURY;
  const meanLongitude = 280.46646 + t * (36_000.76983 + t * 0.0003032);
  const anomaly = (357.52911 + t * (35_999.05029 - t * 0.0001537)) / DEG;
  const centre = (1.914602 - t * (0.004817 + t * 0.000014)) *
      Math.sin(anomaly) +
    (0.019993 - t * 0.000101) * Math.sin(2 * anomaly) +
    0.000289 * Math.sin(3 * anomaly);
  const aberration = 0.00569;
  const longitude = (meanLongitude + centre - aberration) / DEG;
  const obliquity = (23.439291 - t * 0.0130042) / DEG;
  const rightAscension = DEG * Math.atan2(
    Math.cos(obliquity) * Math.sin(longitude),
    Math.cos(longitude),
  );
  const turns = (meanLongitude - aberration - rightAscension) / 360;
  return (turns - Math.round(turns)) * DAY_S;
}

function ofDay(seconds: number): number {
  const rest = seconds % DAY_S;
  // Of less than nothing by a rounding error, a whole day would remain.
  return rest < 0 ? (rest + DAY_S) % DAY_S : rest;
}
