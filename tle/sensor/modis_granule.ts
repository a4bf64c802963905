const MINUTE_MS = 60_000;
const GRANULE_MINUTES = 5;
const DAY_MINUTES = 1_440;

/**
 * Returns the name of the five minutes in which MODIS's data of an instant are,
 * as in its files' names: `A2026233.1435` for those from 14:35 UTC on, on the
 * 233rd day of 2026.
 */
export function modisGranule(timeMs: number): string {
  const year = new Date(timeMs).getUTCFullYear();
  const minutes = Math.floor((timeMs - Date.UTC(year, 0)) / MINUTE_MS);
  const day = Math.floor(minutes / DAY_MINUTES) + 1;
  const start = minutes - minutes % GRANULE_MINUTES;
  const hour = Math.floor(start / 60) % 24;
  return `A${year}${pad(day, 3)}.${pad(hour, 2)}${pad(start % 60, 2)}`;
}

function pad(value: number, digits: number): string {
  return String(value).padStart(digits, "0");
}
