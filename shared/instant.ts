/** Years that are read, from the first of one up to that of another. */
type Years = readonly [first: number, end: number];

/** Those of positions, and of what is asked for. */
const POSITIONS: Years = [1970, 2100];
/** Those of element sets: from Sputnik 1 to what an OMM may say. */
const EPOCHS: Years = [1957, 2200];

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?:Z|\+00:?00)?)?$/;

/**
 * Reads an instant: ISO 8601 in UTC (with Z, or without a zone), Unix seconds
 * or Unix milliseconds. Fractions are read to the microsecond.
 *
 * @returns Whole microseconds since 1970.
 * @throws {RangeError} If it is none of these, or not from 1970 to 2099.
 */
export function parseInstantUs(text: string): number {
  return parseWithin(POSITIONS, text);
}

/** Like `parseInstantUs`, from 1957 to 2199: less than zero before 1970. */
export function parseEpochUs(text: string): number {
  return parseWithin(EPOCHS, text);
}

/** Like `parseInstantUs`, in milliseconds, rounded up to a whole one. */
export function parseInstantMs(text: string): number {
  return Math.ceil(parseInstantUs(text) / 1000);
}

/** Writes an instant with six digits of the second, as an epoch needs. */
export function formatInstantUs(us: number): string {
  const ms = Math.floor(us / 1000);
  const micros = String(us - ms * 1000).padStart(3, "0");
  return new Date(ms).toISOString().replace("Z", `${micros}Z`);
}

/** Writes an instant with three digits of the second. */
export function formatInstant(ms: number): string {
  return new Date(ms).toISOString();
}

/** Writes any number of ms; null if it is more than a date can be. */
export function formatAnyInstant(ms: number): string | null {
  return Math.abs(ms) <= 8.64e15 ? formatInstant(ms) : null;
}

function parseWithin([first, end]: Years, text: string): number {
  const us = /^\d+(\.\d+)?$/.test(text) ? unixUs(text) : isoUs(text);
  if (!(us >= startUs(first) && us < startUs(end))) {
    throw new RangeError(
      "an instant must be ISO 8601 in UTC, such as 2026-08-21T14:36:42Z, or " +
        `Unix seconds or milliseconds, from ${first} to ${end - 1}: ` +
        `current value is ${JSON.stringify(text.slice(0, 60))}`,
    );
  }
  return us;
}

function startUs(year: number): number {
  return Date.UTC(year, 0, 1) * 1000;
}

// Seconds of our era have at most ten digits before the point, milliseconds
// from 1973 on have twelve or more.
function unixUs(text: string): number {
  const value = Number(text);
  return Math.round(value < 1e11 ? value * 1e6 : value * 1e3);
}

function isoUs(text: string): number {
  const match = ISO.exec(text);
  if (match === null) return NaN;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(
    (part) => Number(part ?? 0),
  ) as [number, number, number, number, number, number];
  const ms = Date.UTC(year, month - 1, day, hour, minute, second);
  const date = new Date(ms);
  const exists = date.getUTCFullYear() === year &&
    date.getUTCMonth() === month - 1 && date.getUTCDate() === day &&
    hour < 24 && minute < 60 && second < 60;
  const micros = Math.round(Number(`0.${match[7] ?? 0}`) * 1e6);
  return exists ? ms * 1000 + micros : NaN;
}
